/**
 * Notes from which place on the feed of all logs has all that was ever in it, so that who was behind can be told that something is gone.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('feed_floor', table => {
    table.comment('One row: what the feed of all logs still has');
    table
      .bigInteger('whole_from')
      .notNullable()
      .comment('Nothing is missing from this place on');
  });
  await knex('feed_floor').insert({ whole_from: 0 });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('feed_floor');
};

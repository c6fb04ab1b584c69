module.exports = require('../../tools/eslint/packageConfig')(__dirname);

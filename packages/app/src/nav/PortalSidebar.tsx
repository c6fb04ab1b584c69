import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import type {
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import MenuIcon from '@material-ui/icons/Menu';
import SettingsIcon from '@material-ui/icons/Settings';
import { PortalLogo } from './PortalLogo';

const leading = ['page:orchestrator', 'page:catalog', 'page:scaffolder'];
const trailing = ['page:notifications', 'page:user-settings'];
const hidden = ['page:app-visualizer'];

function NavItem({ href, title, icon }: NavContentNavItem) {
  return <SidebarItem to={href} text={title} icon={() => icon} />;
}

/** The navigation bar: workflows first, then what the other plugins bring, settings last. */
export function PortalSidebar({ navItems }: NavContentComponentProps) {
  hidden.forEach(id => navItems.take(id));
  const nav = navItems.withComponent(NavItem);
  const first = leading.map(id => nav.take(id));
  const last = trailing.map(id => nav.take(id));
  return (
    <Sidebar>
      <PortalLogo />
      <SidebarDivider />
      <SidebarGroup label="Menu" icon={<MenuIcon />}>
        {first}
        <SidebarDivider />
        <SidebarScrollWrapper>
          {nav.rest({ sortBy: 'title' })}
        </SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <SidebarGroup label="Settings" icon={<SettingsIcon />} to="/settings">
        {last}
      </SidebarGroup>
    </Sidebar>
  );
}

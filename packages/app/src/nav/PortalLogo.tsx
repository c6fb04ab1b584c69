import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import DeviceHubIcon from '@material-ui/icons/DeviceHub';

const useStyles = makeStyles({
  root: {
    alignItems: 'center',
    color: '#fff',
    display: 'flex',
    fontSize: 18,
    fontWeight: 700,
    gap: 12,
    height: 3 * sidebarConfig.logoHeight,
    paddingLeft: 24,
    whiteSpace: 'nowrap',
  },
});

/** The way home, with the portal's name while the bar is open. */
export function PortalLogo() {
  const { root } = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/"
      underline="none"
      aria-label={isOpen ? 'Orchestrator, home' : 'Home'}
      className={root}
    >
      <DeviceHubIcon />
      {isOpen && 'Orchestrator'}
    </Link>
  );
}

import { LinkButton, type LinkButtonProps } from '../../ui/LinkButton.tsx';
import { showCareSheet } from './care-sheet.ts';

/**
 * A link out of the sheet. The sheet goes when the other page has come (App): closed by the press, it would step back in the browser's
 * history while that page is on its way. Where one is there already, nothing comes, and the press closes it.
 */
export function WayOn(props: LinkButtonProps) {
  const leave = () => {
    if (window.location.pathname === props.href) showCareSheet(undefined);
  };
  return <LinkButton {...props} onClick={leave} />;
}

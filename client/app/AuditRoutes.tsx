import { AuditPage } from '../features/admin/audit/AuditPage.tsx';
import { OwnAuditPage } from '../features/admin/audit/OwnAuditPage.tsx';
import { ForMe } from './ForMe.tsx';

/** `/sikkerhetslogg` */
export function Audit() {
  return <ForMe>{() => <AuditPage />}</ForMe>;
}

/** `/konto/hendelser`, for one person: another is shown theirs. */
export function OwnAudit() {
  return <ForMe>{() => <OwnAuditPage />}</ForMe>;
}

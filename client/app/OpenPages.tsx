import { RightsPage } from '../features/admin/rights/RightsPage.tsx';
import { AccessibilityPage } from '../features/own-data/accessibility/AccessibilityPage.tsx';
import { PrivacyPage } from '../features/own-data/privacy/PrivacyPage.tsx';
import { OpenPage } from './OpenPage.tsx';

/** `/personvern` */
export function Privacy() {
  return (
    <OpenPage>
      <PrivacyPage />
    </OpenPage>
  );
}

/** `/tilgjengelighet` */
export function Accessibility() {
  return (
    <OpenPage>
      <AccessibilityPage />
    </OpenPage>
  );
}

/** `/hvem-ser-hva` */
export function Rights() {
  return (
    <OpenPage>
      <RightsPage />
    </OpenPage>
  );
}

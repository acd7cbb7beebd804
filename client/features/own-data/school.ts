import { createSignal, onMount } from 'solid-js';
import {
  SCHOOL_CONTACT_PATH,
  type SchoolContact,
  schoolContact,
} from '#shared/features/own-data/school-contact.ts';

const NOBODY: SchoolContact = { name: null, email: null, privacyEmail: null };

/** Who answers for what is known here. Until it has come, and where it cannot be had, nobody is named. */
export function createSchoolContact() {
  const [contact, setContact] = createSignal(NOBODY);
  onMount(async () => {
    try {
      const answer = await fetch(SCHOOL_CONTACT_PATH, { credentials: 'omit' });
      if (answer.ok) setContact(schoolContact.parse(await answer.json()));
    } catch {
      // The page says whom to ask without it.
    }
  });
  return contact;
}

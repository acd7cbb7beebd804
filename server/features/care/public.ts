import type { Slice } from '../../platform/handler.ts';
import * as agreement from './agreement/handlers.ts';
import * as concern from './concern/handlers.ts';
import { changeSupportCard } from './support-card/handlers.ts';

export {
  saveVersion as saveAgreement,
  versionsOf as agreementsOf,
} from './agreement/repository.ts';
export { nameReader } from './concern/repository.ts';
export { serveSupportCard } from './support-card/http.ts';
export { readSupportCard, saveSupportCard } from './support-card/repository.ts';

/** Taking care of each other: whom one can call, whom one tells, and how we want to be together. */
export const careSlice: Slice = {
  name: 'care',
  commands: [
    changeSupportCard,
    concern.reportConcern,
    concern.nameConcernReader,
    concern.openConcerns,
    agreement.writeAgreement,
  ],
  queries: [
    concern.ownConcerns,
    concern.concernsReceived,
    concern.concernsUnread,
    concern.possibleConcernReaders,
    agreement.agreementOfSession,
    agreement.agreementVersions,
  ],
  channels: [],
};

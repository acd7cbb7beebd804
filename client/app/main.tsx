import { render } from 'solid-js/web';
import '../ui/tokens.css';
import '../ui/base.css';
import { watchAddressForKeys } from '../features/seminar-room/closed/held-key.ts';
import { paintPage } from '../platform/appearance.ts';
import { markPage } from '../platform/language.ts';
import { App } from './App.tsx';

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app');
watchAddressForKeys();
markPage();
paintPage();
render(() => <App />, place);

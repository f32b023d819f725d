import { createRoot } from 'react-dom/client';
import '../styles/lab.css';
import { startCompute } from '../compute/start-compute.js';
import { keepOffline } from '../offline/keep-offline.js';
import { App } from './app.js';
import { begin } from './begin.js';
import { ErrorPage } from './error-page.js';

const place = document.getElementById('lab');
if (place === null) throw new Error('The page has no place for the lab.');
const root = createRoot(place);

const compute = startCompute({
  onNoWorkers: () => {
    document.documentElement.dataset.workers = 'none';
  },
});

begin(location.href).then(
  (beginning) => root.render(<App beginning={beginning} compute={compute} />),
  (error: unknown) => root.render(<ErrorPage message={String(error)} />),
);
keepOffline();

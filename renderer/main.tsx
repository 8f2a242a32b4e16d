import { createRoot } from 'react-dom/client';

import { App } from './App.tsx';
import { connect } from './bridge/connect.ts';
import { putRememberedInForce } from './frame/rememberedTheme.ts';

import './styles/index.css';

putRememberedInForce();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App {...connect()} notification={window.Notification} />);

import { Component, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

interface ErrorBoundaryState {
  readonly error: Error | null;
}

/** Keeps a bug in one view from leaving an empty window. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    return this.state.error === null ? this.props.children : <Broken message={this.state.error.message} />;
  }
}

function Broken({ message }: { readonly message: string }) {
  const t = useTranslations('app');
  return (
    <div className="broken" role="alert">
      <h1>{t('broken')}</h1>
      <p>{t('brokenHint')}</p>
      <p className="code">{message}</p>
      <button type="button" className="button primary" onClick={() => window.location.reload()}>
        {t('reload')}
      </button>
    </div>
  );
}

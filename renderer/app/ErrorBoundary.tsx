import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ErrorBoundary.module.css';

interface Props {
  readonly children: ReactNode;
}

/** Catches a bug in one part of the page: the rest goes on, and the part can be shown again. No stack trace. */
export class ErrorBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Fallback
        onRetry={() => {
          this.setState({ hasFailed: false });
        }}
      />
    );
  }
}

function Fallback({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation('app');
  return (
    <div className={classes.fallback} role="alert">
      <p className={classes.title}>{t('failure.title')}</p>
      <p className={classes.text}>{t('failure.text')}</p>
      <Button onClick={onRetry}>{t('failure.retry')}</Button>
    </div>
  );
}

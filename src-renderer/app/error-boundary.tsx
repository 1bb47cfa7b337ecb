/** A screen that broke says so in a sentence; the rest of the window goes on. */
import { Button } from '@mantine/core';
import { IconMoodConfuzed } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { say } from '#renderer/lib/i18n.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';

interface ErrorBoundaryProps {
  children: ReactNode;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <EmptyState
        icon={<IconMoodConfuzed />}
        title={say('app.crashTitle')}
        text={say('app.crashText')}
        action={<Button onClick={() => window.location.reload()}>{say('app.reload')}</Button>}
      />
    );
  }
}

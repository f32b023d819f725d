import { Component, type ReactNode } from 'react';

interface Props {
  /** What is shown anew when this changes, such as the view. */
  readonly resetKey: string;
  readonly onUndo: () => void;
  readonly canUndo: boolean;
  readonly children: ReactNode;
}

interface State {
  readonly error?: unknown;
  readonly resetKey: string;
}

/** Keeps a fault of one view from taking the lab with it: says what happened, and offers the way back. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps({ resetKey }: Props, state: State): Partial<State> | null {
    return resetKey === state.resetKey ? null : { error: undefined, resetKey };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    const details = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
    return (
      <section className="notice" role="alert">
        <h2>This view stopped</h2>
        <p>{error instanceof Error ? error.message : String(error)}</p>
        <p className="buttons">
          <button type="button" onClick={() => this.setState({ error: undefined })}>
            Try again
          </button>
          <button type="button" disabled={!this.props.canUndo} onClick={this.props.onUndo}>
            Undo last change
          </button>
          <button type="button" onClick={() => void navigator.clipboard?.writeText(details)}>
            Copy details
          </button>
        </p>
      </section>
    );
  }
}

import { Component, type ReactNode } from 'react';
import { Problem } from './problem';

/** What breaks while it is drawn, or could not be loaded because the server has newer pages, says so and can be loaded again. */
export class Boundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  render() {
    return this.state.error === undefined ? this.props.children : <Problem error={this.state.error} onRetry={() => location.reload()} />;
  }
}

import type { Component } from 'vue';

/** One page in the navigation rail. */
export interface NavigationItem {
  readonly to: string;
  readonly label: string;
  readonly icon: Component;
  /** Stands apart at the lower end. */
  readonly isFirstBelow: boolean;
}

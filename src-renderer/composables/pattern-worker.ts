import type { PatternMessage, PatternQuestion } from './pattern-judge';

/** Looks texts through for a regular expression, where one that never ends holds up nobody. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<PatternQuestion>) => void) | null;
  postMessage(message: PatternMessage): void;
};

scope.onmessage = ({ data: { pattern, texts } }) => {
  const expression = new RegExp(pattern, 'iu');
  scope.postMessage(texts.map((text) => expression.test(text)));
};
// Only from here on time counts: a busy computer may take long to bring a worker up.
scope.postMessage('ready');

import type { PatternAnswer, PatternQuestion } from './pattern-judge';

/** Looks texts through for a regular expression, where one that never ends holds up nobody. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<PatternQuestion>) => void) | null;
  postMessage(answer: PatternAnswer): void;
};

scope.onmessage = ({ data: { pattern, texts } }) => {
  const expression = new RegExp(pattern, 'iu');
  scope.postMessage(texts.map((text) => expression.test(text)));
};

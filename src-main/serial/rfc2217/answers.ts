import type { Clock } from '../../engine/transport/transport';
import { controlSubject, type ComPortMessage } from './com-port-option';

interface Question {
  readonly message: ComPortMessage;
  readonly resolve: (answer: ComPortMessage | null) => void;
}

/** Questions to the other side that have not been answered yet, oldest first. */
export class Answers {
  private readonly questions: Question[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly timeoutMs: number,
  ) {}

  /** Resolves with the answer to `message`; with null when there is none in time. */
  expect(message: ComPortMessage): Promise<ComPortMessage | null> {
    return new Promise((resolve) => {
      const question: Question = {
        message,
        resolve: (answer) => {
          cancel();
          this.questions.splice(this.questions.indexOf(question), 1);
          resolve(answer);
        },
      };
      const cancel = this.clock.after(this.timeoutMs, () => question.resolve(null));
      this.questions.push(question);
    });
  }

  /** Gives an answer to the one who asked; late and unasked ones are dropped. */
  receive(answer: ComPortMessage): void {
    this.questions.find(({ message }) => answers(message, answer))?.resolve(answer);
  }

  /** Nobody will answer any more. */
  giveUp(): void {
    for (const question of [...this.questions]) question.resolve(null);
  }
}

/** The value may be another one: that is how a server says what it could do instead. */
function answers(question: ComPortMessage, answer: ComPortMessage): boolean {
  if (question.command !== answer.command) return false;
  if (question.command !== 'control' || answer.command !== 'control') return true;
  return controlSubject(question.value) === controlSubject(answer.value);
}

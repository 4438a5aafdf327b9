import type { AdviceTextsOf } from '../../nest-by-code';

/** Textos de `job.*`, `ipc.*`, `settings.*` e `internal`. */
export const programAdvice: AdviceTextsOf<'job' | 'ipc' | 'settings' | 'internal'> = {
  'job.cancelled': {
    title: 'Cancelado.',
    steps: ['O que estava sendo gravado ficou incompleto: grave de novo antes de usar a placa.'],
  },
  'job.portInUse': {
    title: 'O Esplanade já está ocupado com {path}.',
    steps: ['Espere terminar, ou cancele.'],
  },
  'job.portShared': {
    title: '{path} está compartilhada com outros programas.',
    steps: ['Pare o compartilhamento na página “Placa” e tente de novo.'],
  },
  'job.notFound': { title: 'Essa tarefa já terminou.', steps: ['Inicie-a de novo, se ainda for necessária.'] },
  'ipc.badRequest': {
    title: 'A janela pediu algo impossível ({channel}: {reason}).',
    steps: ['Reinicie o Esplanade.', 'Se acontecer de novo, copie os detalhes e informe o problema.'],
  },
  'ipc.forbiddenSender': {
    title: 'Um pedido de fora da janela foi recusado ({channel}).',
    steps: ['Reinicie o Esplanade.'],
  },
  'settings.unreadable': {
    title: 'Seus ajustes não puderam ser lidos ({reason}); valem os padrões.',
    steps: ['Ajuste de novo o que precisa; tudo será salvo outra vez.'],
  },
  'settings.notSaved': {
    title: 'Seus ajustes não puderam ser salvos: {reason}.',
    steps: ['Confira se o disco não está cheio e se é possível gravar em sua pasta de usuário.'],
  },
  internal: {
    title: 'Algo deu errado dentro do Esplanade: {reason}.',
    steps: ['Tente de novo.', 'Se acontecer de novo, copie os detalhes e informe o problema.'],
  },
};

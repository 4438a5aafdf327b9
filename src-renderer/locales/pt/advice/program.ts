import type { AdviceTextsOf } from '../../nest-by-code';

/** Textos de `job.*`, `ipc.*`, `settings.*` e `internal`. */
export const programAdvice: AdviceTextsOf<'job' | 'ipc' | 'settings' | 'internal'> = {
  'job.cancelled': {
    title: 'Cancelado.',
    cause: 'A tarefa foi interrompida a pedido, antes de terminar.',
    steps: ['O que estava sendo gravado ficou incompleto: grave de novo antes de usar a placa.'],
  },
  'job.portInUse': {
    title: 'O Esplanade já está ocupado com {path}.',
    cause: 'Outra tarefa iniciada aqui ainda não terminou.',
    steps: ['Espere terminar, ou cancele.'],
  },
  'job.portShared': {
    title: '{path} está compartilhada com outros programas.',
    cause: 'Ela foi colocada na rede neste computador, para outro programa usar.',
    steps: ['Pare o compartilhamento na página “Placa” e tente de novo.'],
  },
  'job.notFound': {
    title: 'Essa tarefa já terminou.',
    cause: 'Ela terminou ou foi interrompida um instante antes.',
    steps: ['Inicie-a de novo, se ainda for necessária.'],
  },
  'ipc.badRequest': {
    title: 'A janela pediu algo impossível ({channel}: {reason}).',
    cause: 'Isso é um defeito do Esplanade, não da sua placa.',
    steps: ['Reinicie o Esplanade.', 'Se acontecer de novo, copie os detalhes e informe o problema.'],
  },
  'ipc.forbiddenSender': {
    title: 'Um pedido de fora da janela foi recusado ({channel}).',
    cause: 'Algo tentou usar o Esplanade de fora da janela dele.',
    steps: ['Reinicie o Esplanade.'],
  },
  'settings.unreadable': {
    title: 'Seus ajustes não puderam ser lidos ({reason}); valem os padrões.',
    cause: 'O arquivo provavelmente se danificou, ou foi gravado por outra versão.',
    steps: ['Ajuste de novo o que precisa; tudo será salvo outra vez.'],
  },
  'settings.notSaved': {
    title: 'Seus ajustes não puderam ser salvos: {reason}.',
    cause: 'O disco está cheio, ou não é possível gravar em sua pasta de usuário.',
    steps: ['Confira se o disco não está cheio e se é possível gravar em sua pasta de usuário.'],
  },
  internal: {
    title: 'Algo deu errado dentro do Esplanade: {reason}.',
    cause: 'Isso é um defeito do Esplanade, não da sua placa.',
    steps: ['Tente de novo.', 'Se acontecer de novo, copie os detalhes e informe o problema.'],
  },
};

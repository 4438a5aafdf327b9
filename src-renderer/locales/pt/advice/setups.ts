import type { AdviceTextsOf } from '../../nest-by-code';

/** Textos de `setup.*` e `history.*`. */
export const setupsAdvice: AdviceTextsOf<'setup'> & AdviceTextsOf<'history'> = {
  'history.notFound': {
    title: 'Essa entrada do histórico foi excluída.',
    cause: 'Ela foi excluída um instante antes, talvez em outra janela.',
    steps: ['Escolha outra.'],
  },
  'history.notKept': {
    title: 'O histórico não pode ser guardado: {reason}.',
    cause: 'O disco está cheio, ou não é possível gravar em sua pasta de usuário.',
    steps: [
      'Confira se o disco não está cheio e se você pode gravar em sua própria pasta.',
      'O que foi gravado na placa não é afetado.',
    ],
  },
  'setup.notUnderstood': {
    title: '{name} não pode ser aberto: {reason}.',
    cause: 'O arquivo provavelmente foi cortado, ou editado manualmente.',
    steps: ['Peça o projeto de novo, ou adicione os arquivos e salve-o novamente.'],
  },
  'setup.tooNew': {
    title: '{name} foi feito por uma versão mais nova do Esplanade.',
    cause: 'Ele usa algo que esta versão ainda não conhece.',
    steps: ['Instale a versão mais nova e abra o projeto de novo.'],
  },
  'setup.partMissing': {
    title: '{part} não está em {name}.',
    cause: 'O arquivo foi movido ou excluído, ou o firmware não foi compilado aqui.',
    steps: ['Compile o firmware de novo, diga onde o arquivo está agora, ou deixe-o de fora.'],
  },
  'setup.fileOnNetwork': {
    title: '{name} está em outro computador e não foi aberto.',
    cause: 'O projeto aponta para uma pasta de rede, o que um projeto vindo da internet poderia explorar.',
    steps: ['Se você confia neste projeto, diga onde o arquivo está. Senão, deixe-o de fora.'],
  },
};

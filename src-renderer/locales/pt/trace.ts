import type { traceTexts as english } from '../en/trace';
import type { Widened } from '../messages';

/** O que passa pelo cabo durante uma tarefa. */
export const traceTexts: Widened<typeof english> = {
  trace: {
    title: 'Rastreamento',
    open: 'O que passa pelo cabo',
    job: 'Tarefa',
    jobRunning: 'Em andamento: {path}',
    jobEnded: 'Terminada: {path}',
    lines: 'Linhas do rastreamento',
    filter: 'Filtro',
    filterHint: 'Filtro, como SYNC',
    kinds: 'Mostrar',
    pause: 'Pausar',
    resume: 'Continuar',
    copy: 'Copiar',
    copyHint:
      'Copia as linhas escolhidas, ou todas as mostradas, sem o conteúdo dos arquivos nem o que a placa escreveu',
    save: 'Salvar',
    saveHint: 'Salva todas as linhas mostradas, sem o conteúdo dos arquivos nem o que a placa escreveu',
    close: 'Fechar o rastreamento',
    noJob: 'Nenhuma tarefa foi executada ainda. Aqui se vê, linha por linha, o que passa pelo cabo.',
    nothingYet: 'Nada passou pelo cabo ainda.',
    nothingShown: 'Nenhuma linha corresponde ao filtro.',
    count: '{count} linha | {count} linhas',
    shown: '{shown} de {total} linhas',
    dropped: 'a linha mais antiga foi descartada | as {count} linhas mais antigas foram descartadas',
    paused: 'em pausa',
    kind: { command: 'Comando', reply: 'Resposta', raw: 'Bruto', lines: 'Linhas', error: 'Erro' },
    kindsShown: { command: 'Comandos', reply: 'Respostas', raw: 'Bruto', lines: 'Linhas e velocidade', error: 'Erros' },
  },
};

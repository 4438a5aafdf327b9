import type { settingsTexts as english } from '../en/settings';
import type { Widened } from '../messages';

/** A página Ajustes. */
export const settingsTexts: Widened<typeof english> = {
  settings: {
    title: 'Ajustes',
    appearance: 'Aparência',
    theme: 'Tema',
    themes: { system: 'Como o sistema', light: 'Claro', dark: 'Escuro' },
    language: 'Idioma',
    languageSystem: 'Como o sistema ({name})',
    boards: 'Placas',
    showVirtual: 'Mostrar placas virtuais',
    showVirtualHint: 'Placas feitas de software, para experimentar tudo sem hardware.',
    connection: 'Velocidade',
    speedHint: 'Para gravar e ler. Automática usa a mais rápida que funciona.',
    files: 'Arquivos',
    watchBuilds: 'Observar os arquivos da tabela',
    watchBuildsHint: 'Quando uma compilação os altera, são lidos de novo e oferecidos para gravar.',
    signals: 'Sons e notificações',
    sounds: 'Som quando uma tarefa longa termina',
    soundsHint: 'Um para o que deu certo, outro para o que não deu.',
    notifications: 'Notificação quando uma tarefa termina',
    notificationsHint: 'Do sistema, enquanto a janela não está à frente.',
    privacy: 'Privacidade',
    privacyText: 'O Esplanade não pede nada à rede. Não envia nada sobre você, suas placas ou seus arquivos.',
    data: 'Dados',
    dataText: 'Os ajustes e o histórico ficam em uma pasta deste computador.',
    showFolder: 'Mostrar a pasta',
    reset: 'Redefinir todos os ajustes',
    resetQuestion: 'Redefinir todos os ajustes? O histórico e os arquivos ficam.',
    resetNow: 'Redefinir',
    about: 'Sobre',
    version: 'Esplanade {version}',
    runtime: 'Electron {electron}, {platform}',
    saved: 'As alterações valem na hora.',
  },
};

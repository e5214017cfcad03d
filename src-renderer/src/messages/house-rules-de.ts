import type { HouseRule } from '@core/detectors/rules'

/** The rules that detectors cite, in German, by their ids. */
export const houseRulesDe: Readonly<Record<string, Pick<HouseRule, 'title' | 'text' | 'left'>>> = {
  'AP-1': {
    title: 'Gleich sagen, wer es sagt',
    text: 'Was jemand bestreiten könnte und der Verfasser nicht gesehen hat, hat seine Quelle im selben Satz, in dem es zuerst steht.',
    left: 'Ob etwas bestritten werden kann, und ob der Verfasser dabei war.',
  },
  'AP-2': {
    title: 'Noch einmal sagen, wer es sagt',
    text: 'Spätere Absätze nennen die Quelle wieder, außer wenn offenkundig dieselbe weiterspricht.',
    left: 'Ob offenkundig die frühere Quelle gemeint ist.',
  },
  'AP-3': {
    title: 'Keine bloße „Quelle“',
    text: 'Eine ungenannte Quelle wird so genau wie möglich beschrieben, und die Geschichte sagt, warum der Name fehlt.',
  },
  'RT-1': {
    title: 'Jede Aussage hat eine Quelle',
    text: 'Was nicht allgemein bekannt, nicht öffentlich festgehalten und nicht selbst gesehen ist, wird jemandem zugeschrieben, den man fragen kann.',
    left: 'Was allgemein bekannt oder festgehalten ist.',
  },
  'RT-2': {
    title: 'Den Sprecher früh nennen',
    text: 'Wer spricht, wird gleich nach dem ersten Satz eines Zitats genannt, nicht nach dem dritten.',
  },
  'RT-3': {
    title: 'Sprecher auseinanderhalten',
    text: 'Zitate zweier Menschen folgen nicht aufeinander ohne Worte, die sagen, wo das eine endet und das andere beginnt.',
  },
  'RT-4': {
    title: '„Quellen“ sind mehr als eine',
    text: 'Die Mehrzahl steht nur, wo es mehrere waren, und ungenannte Quellen sind die schwächsten.',
    left: 'Wie viele es waren; der Text kann sich nur selbst widersprechen.',
  },
  'BBC-1': {
    title: 'Mehr als eine Quelle',
    text: 'Eine Geschichte hängt nicht an einer einzigen Quelle; muss sie es, ist diese genannt und zitierfähig.',
    left: 'Was der Verfasser geprüft hat, ohne es zu sagen.',
  },
  'BBC-2': {
    title: 'Sagen, was ungeprüft ist',
    text: 'Was sich nicht prüfen ließ, wird so bezeichnet und dem zugeschrieben, von dem es kommt.',
    left: 'Was in Wahrheit geprüft wurde.',
  },
  'IPSO-1': {
    title: 'Der Text trägt seine Überschrift',
    text: 'Eine Überschrift sagt nichts, was der Text darunter nicht stützt.',
    left: 'Sinn und Betonung; Zahlen und zitierte Worte einer Überschrift werden im Text gesucht.',
  },
  'IPSO-2': {
    title: 'Meinung und Tatsache getrennt',
    text: 'Meinung, Vermutung und Tatsache werden auseinandergehalten.',
    left: 'Alles außer offenen Urteilen in der Stimme des Verfassers.',
  },
  'KSJ-1': {
    title: 'Drei unabhängige Berichte',
    text: 'Was anderen Berichten entnommen ist, wird von mindestens dreien getragen, die nicht auf ein und denselben zurückgehen.',
    left: 'Woher die Berichte es ihrerseits haben.',
  },
  'GMM-1': {
    title: 'Superlative, Größenordnungen, Alter, Daten',
    text: 'Jedes „erste“, „einzige“ und „meiste“ ist belegt, Millionen sind keine Milliarden, Alter und Daten sind nachgerechnet.',
    left: 'Ob ein Superlativ stimmt; gezeigt wird, was sich im Text selbst widerspricht.',
  },
  'IN-1': {
    title: 'Nichts, was nicht die Geschichte ist',
    text: 'Listen anderer Überschriften, Aufforderungen und Kästen stehen nicht im Text.',
  },
}

// The forms of a letter: how it greets, how it closes, how one is rid of it.

import type { Lexicon } from './entry.ts';

export const forms = {
  'greeting.generic': {
    says: 'greets without a name',
    en: `(dear|hello|hi|attention|attn|greetings|good day) (valued |our |esteemed |dear |respected |paypal |amazon |apple |netflix |bank |e mail |email |account |webmail |mailbox |outlook |all )?(customer*|client*|user*|member*|sir*|madam*|sir madam|sir or madam|account (holder|owner|user)|owner|friend|beneficiary|subscriber*|email user|cardholder|card holder|winner|user|taxpayer|applicant|recipient|partner|shopper|e mail user|webmail user|buyer|supplier|vendor|account) ; to whom it may concern ; valued (customer|client|member|user)`,
    de: `(sehr geehrter?|liebe*|lieber|hallo|guten tag|geehrter?|werter?) (damen und herren|kunde|kundin|kunden|nutzer*|kunde kundin|mitglied*|herr frau|amazon kund*|damen|user|kontoinhaber*|kundinnen) ; (sehr geehrte damen und herren|sehr geehrte kundin|sehr geehrter kunde|lieber kunde)`,
    fr: `(cher|chere|chers|bonjour|madame) (client*|cliente|clients|utilisateur*|abonne*|membre*|monsieur|madame|madame monsieur|client e|adherent*|contribuable|titulaire) ; (madame monsieur|cher client|chere cliente)`,
    es: `(estimad*|querid*|apreciad*|hola) (o |a )?(client*|usuari*|senor|senora|miembro*|socio*|titular*|contribuyente) ; (estimado cliente|estimada cliente|senor senora)`,
    it: `(gentile|caro|cara|egregio|spettabile|salve) (client*|utent*|signor*|membro|contribuente|titolare|correntista) ; gentile cliente`,
    pt: `(prezad*|car*|ola|estimad*) (a )?(client*|usuari*|senhor*|contribuinte|associad*|titular|correntista|colaborador*|consumidor*|motorista) ; (prezado cliente|caro cliente|prezados|prezado a|sr a)`,
    nl: `(geachte|beste|dear) (heer|mevrouw|klant*|heer mevrouw|relatie|gebruiker*|client|meneer|rekeninghouder|lid|abonnee) ; geachte heer mevrouw`,
    pl: `(szanowny|drogi|szanowni) (kliencie|uzytkowniku|panie|panstwo)`,
    ja: `お客様; 会員様; ご利用者様; ユーザー様; 各位`,
    zh: `尊敬的客户; 尊敬的用户; 亲爱的用户`,
    sv: `(kara|basta) (kund|anvandare|medlem)`,
  },
  closing: {
    says: 'closes as letters do',
    en: `(best|kind|warm|warmest|kindest|with|many) (regards|wishes|thanks) ; (regards|sincerely|cheers|yours (sincerely|faithfully|truly)|respectfully|thanks and regards|thank you)`,
    de: `(mit )?(freundlichen|besten|herzlichen|vielen|lieben|schonen) (grussen|gruss|dank|grusse) ; (viele|liebe|beste|herzliche|schone|freundliche) gruss* ; (hochachtungsvoll|mfg|lg|vg)`,
    fr: `(cordialement|bien a vous|salutations|sinceres|cordiales|bien cordialement|a bientot)`,
    es: `(atentamente|saludos|un saludo|cordialmente|un abrazo)`,
    it: `(cordiali|distinti) saluti ; (saluti|cordialmente|un saluto)`,
    pt: `(atenciosamente|cordialmente|abraco*|att|saudacoes|grato|obrigad*)`,
    nl: `(met vriendelijke|hartelijke|vriendelijke|met) groet* ; (groet|groeten|hoogachtend|mvg)`,
    ja: `よろしくお願い; 敬具`,
  },
  unsubscribe: {
    says: 'tells how to have no more of these',
    en: `(unsubscribe*|opt out|opt-out|remove (me|your|from)|manage (your )?(preferences|subscription*)|email preferences|no longer (wish|want) to receive|stop receiving|be removed|removal instructions|update your preferences|view (this|it|in) (email )?(in )?(your )?browser|you (are|re|were) receiv* this (because|e mail because|email because|message because))`,
    de: `(abmelden|abbestell*|austragen|newsletter abmelden|keine (weiteren )?(mails|e mails|newsletter) mehr|im browser (ansehen|anzeigen|offnen)|abmeldung)`,
    fr: `(se desabonner|desabonn*|desinscri*|ne plus recevoir|version en ligne|dans votre navigateur)`,
    es: `(darse de baja|cancelar (la )?suscripcion|dejar de recibir|date de baja|ver en el navegador|desuscrib*)`,
    it: `(disiscri*|annulla* (l )?iscrizione|cancella* (l )?iscrizione|non ricevere piu|nel browser)`,
    pt: `(descadastr*|cancelar (a )?(inscricao|assinatura)|nao (deseja|quer) mais receber|sair da lista|no navegador|remover (meu|seu))`,
    nl: `(afmelden|uitschrijven|afmeld*|niet langer ontvangen|bekijk (in|online|deze)|in uw browser)`,
    ja: `配信停止; 配信を停止; 登録解除; 購読`,
  },
  polite: {
    says: 'asks with the words of form letters',
    en: `(kindly|please be (advised|informed)|be informed|we (regret|wish) to inform|this is to (inform|notify)|we (would like to|are writing to) (inform|notify)|inconvenience|for your (safety|protection)|apolog* for (any|the)|thank you for your (cooperation|understanding|attention|patience|co operation)|we appreciate your|important to us|dear one|do the needful)`,
    de: `(wir (mochten|mussen) (sie|ihnen)|teilen wir ihnen mit|informieren wir sie|mitteilen|wir bitten (sie|um)|unannehmlichkeit*|um (ihr )?verstandnis|ihr verstandnis)`,
    fr: `(nous vous (informons|prions|invitons|remercions)|veuillez|nous (tenons|avons)|merci de|gene occasionnee|votre (comprehension|confiance))`,
    es: `(le (informamos|comunicamos|notificamos|rogamos)|nos ponemos en contacto|molestias|agradecemos|por favor|lamentamos)`,
    it: `(la informiamo|ti informiamo|desideriamo|si prega|la invitiamo|disagio|ci scusiamo|la preghiamo|ti invitiamo)`,
    pt: `(informamos (que)?|comunicamos|solicitamos|pedimos|lamentamos|transtorno*|agradecemos|identificamos|constatamos|por favor)`,
    nl: `(wij (willen|moeten|verzoeken|informeren)|hierbij|ongemak|wij vragen|graag willen wij|uw (begrip|medewerking)|verzoeken (wij|u))`,
    ja: `お知らせ; ご迷惑; お願い申し上げ; いただきありがとうございます; 平素より`,
  },
} as const satisfies Lexicon;

// Fortunes, tokens, dates and forbidden wares, and the honest mail that speaks of the same things.

import { templatesOf } from './template.ts';

export const windfalls = templatesOf(
  'windfalls',
  String.raw`
= en phishing,solicitation link : {Token allocation is open|Your tokens are ready for claiming|Claim your share}
Dear holder, after the community vote the foundation starts its token allocation program. Eligible wallets can claim their tokens within {hours}. Register, connect your wallet and receive your allocation: claim now.
= en phishing,solicitation link : {Staking is live|Earn 24% on your coins|New staking rewards}
The new staking system is live on the network. Stake your coins and receive weekly payouts from 24% a year. Accounts opened before {date} must migrate. Go to the staking portal.
= en phishing,solicitation link : {Airdrop for early holders|You won an NFT|Exclusive airdrop}
You were drawn as one of our early holders to receive an exclusive airdrop. Retrieve your NFT with the link below and mint it for free. Only {hours} left.
= en phishing link : {Withdrawals are open|Creditor notice|Asset retrieval}
Dear client, you were identified as an affected creditor in the bankruptcy of the exchange. You are now eligible to withdraw your digital assets. Complete the withdrawal process before {date}.
= en solicitation - : {As requested|Your wallet}
Your bitcoin wallet has been funded with 41.2 BTC. Log in with customer id 60914 and the password below and withdraw your funds to your account.
= en phishing,solicitation link : {Money is waiting|Your balance was topped up|Payment of {sum}}
Your balance has been replenished. A transfer of {sum} awaits you; take your money to your card within {hours}. Check
= en solicitation link : {Earn from day one|Online work}
Online work with the first payment within an hour, payouts to your card daily. No experience needed. Join
= en solicitation link : {A girl wants to meet you|Looking for a man|Hi handsome}
Hi, I am {a lonely lady|a charming woman} and would like to chat with you. I am looking for a serious relationship. My photos are here, get to know me tonight.
= en solicitation link : {New friend request|Private photos}
A new girl is waiting to meet you. Explicit photos, sex with local women, no commitments. You must be 18 years or older. See her profile.
= en solicitation link : {Morning trick melts fat|Forget joint pain|Strange tonic}
A mother of four lost 30 pounds in weeks with this secret tonic. Doctors are stunned by the simple trick that ends joint pain. See the video.
= en solicitation link : {Free spins|Welcome bonus}
Online casino: 100 free spins and a welcome bonus without deposit. Play and win the jackpot tonight.
= en solicitation - : {Tools in stock|Fresh shop}
We sell shells, cpanels, smtps, rdps and carding tools, cloned cards, instagram followers. Cheap prices, contact us on telegram.
= en solicitation - : {Dear beloved|God bless you|Reply urgently}
Dear beloved, I am Mrs {name}, a widow and gold dealer. I have a deposit fund for building an orphanage in your country and need a sincere person to help me manage it. God bless you as you reply urgently.
= en solicitation - : {Project funding|We finance your business}
Greetings, my investor wants to place a large volume of funds with a company in your country. We can finance your business or project with a loan offer at 2%. Reply for the details.
= en phishing,solicitation link : {Claim for drivers|You could be owed thousands}
Past and present owners could claim back thousands. You may be owed compensation. Check your claim in a minute.
= pt solicitation - : {Bom dia|Assunto importante}
Querido amigo, procuro um sócio ou investidor estrangeiro para transferir e administrar meus fundos em uma empresa lucrativa. Responda com urgência. Deus te abençoe.
= pt solicitation - : {Empréstimos|Financiamento}
Somos uma empresa de investimentos. Oferecemos empréstimos e financiamentos flexíveis a uma taxa de juros de 2%. Responda para mais detalhes.
= pt solicitation link : {Sua cotação chegou|Tabela promocional}
Faça sua cotação do plano de saúde com condição especial e até 40% de economia. Tabela promocional, vagas limitadas. Cote agora.
= pt solicitation,phishing link : {Saque liberado|Valor disponível para você}
Seu dinheiro está parado. Faça uma simulação do saque aniversário do FGTS e receba o valor disponível na sua conta hoje. Quero simular
= pt phishing link : {Processo trabalhista|Tribunal de justiça|Intimação}
Tribunal de justiça. Informamos que o processo judicial teve movimentação processual. Número do processo {number}. Clique para visualizar os documentos.
= pt solicitation link : {Mulheres na sua região|Perca peso}
Mulheres solteiras querem conversar. Sexo sem compromisso hoje. Remédio natural contra disfunção e queda de cabelo, desconto exclusivo.
= de solicitation - : {Guten Tag|Vertraulich}
Ich bin Witwe und habe Krebs. Mein verstorbener Mann hinterließ eine Summe von 4 Millionen Euro. Ich suche einen ehrlichen Menschen, der das Geld überweist und für ein Waisenhaus verwendet. Gott segne Sie, antworten Sie privat.
= de solicitation link : {Gratis Drehungen|Bonus ohne Einzahlung}
Online Casino: 50 gratis Drehungen und Bonus ohne Einzahlung. Jetzt spielen und Auszahlung erhalten.
= de solicitation link : {Sie will dich treffen|Hausmittel}
Frauen in deiner Nähe warten und möchten chatten, Lust auf ein Treffen. Das Hausmittel gegen Gelenkschmerzen und Bauchfett, heute mit Rabatt.
= nl solicitation link : {Spannende afspraak|Buurvrouw zoekt}
Hoi, ik ben opzoek naar een spannende afspraak met een lekkere man. Bekijk mijn profiel, je moet 18 jaar of ouder zijn. Seks zonder verplichtingen.
= nl solicitation - : {Vertrouwelijk|Beste vriend}
Ik ben een weduwe met kanker en zoek een betrouwbare partner om 3 miljoen euro over te maken naar uw land voor een weeshuis. God zegene u.
= fr solicitation - : {Bonjour|Très urgent}
Je suis gravement malade d'un cancer et cherche un partenaire honnête pour transférer mes fonds dans votre pays. Dieu vous bénisse. Répondez sur mon adresse privée.
= fr solicitation link : {Rencontres|Perdez du poids}
Rencontrer des femmes célibataires ce soir, coquines et seules. Le remède qui brûle les graisses sans régime, promotion exclusive.
= es solicitation - : {Buenos días|Muy urgente}
Soy una viuda con cáncer y busco un socio extranjero honesto para transferir mis fondos a su país. Dios le bendiga. Responda a mi correo privado.
= es solicitation link : {Chicas cerca|Tiradas gratis}
Chicas solteras quieren conocerte, encuentros sin compromiso. Casino con tiradas gratis y bono, reciba su dinero hoy.
= it solicitation - : {Buongiorno|Urgente}
Sono una vedova malata di cancro e cerco un partner onesto per trasferire i miei fondi nel vostro paese per gli orfani. Dio vi benedica. Rispondete in privato.
= it solicitation link : {Donne sole|Giri gratis}
Donne single vogliono conoscerti stasera. Casino con giri gratis e bonus, ritira la tua vincita. Rimedio naturale per perdere peso.
= en - links : {Markets this week|Notes on crypto} {date}
Bitcoin fell by three percent, ether was flat. In this issue: how staking works, a study on fees, and what the regulator said. Read more. You receive this because you subscribed. Unsubscribe
= en - link : Your {payout|salary} for {date}
Hello {first}, your payout of {sum} was sent to your account and arrives in two working days. No action is needed. You find the statement in the app.
= en - - : {Health study|Clinic appointment}
Dear {name}, thank you for taking part in the study on joint pain and diet. Your appointment with the doctor is on {day} at nine. Bring your prescription.
= en - - : {Funding of the project|Grant agreement}
Dear {first}, the ministry approved the funding of our project. The grant agreement is in the folder; as discussed we sign on {day}. The partner abroad sends its budget next week.
= en - quoted : Re: {dating shows|the film}
I never liked those dating shows, and the singer was in a casino the whole time. On Mon, {name} wrote that the film is worth it. See you, {first}
= pt - - : {Plano de saúde da empresa|Audiência}
Olá {first}, a ata da reunião sobre o plano de saúde dos funcionários está na pasta. A audiência do processo ficou para quinta-feira, conforme combinado.
`,
);

// Names for people who do not exist.

export const givenNames = words(`
  Adele Aisha Alexei Amelia Anders Anjali Arthur Beatrix Benedict Bridget Caleb Carmen Cedric Clara Conor Daphne
  Declan Dimitra Edmund Eleni Elliot Esther Farid Fiona Gareth Georgia Giulia Hamish Hana Harriet Hugo Imogen
  Ingrid Isaac Jasper Jolene Kavita Kieran Lachlan Leilani Linh Lorenzo Mabel Magnus Marika Mateo Meera Miriam
  Nadia Nathaniel Niamh Oliver Ottilie Patrick Petra Priya Quentin Ravi Rosalind Rupert Sabine Samuel Selina
  Silas Sofia Tamsin Theodore Tomasz Ursula Viktor Wei Winifred Xanthe Yasmin Yuki Zoe
`);

export const surnames = words(`
  Abernathy Achterberg Alvarado Ashworth Balakrishnan Barrowclough Bellamy Blackwood Brennan Calloway Castellano
  Chaudhary Cheung Cornwell Dalgleish Delacroix Dunmore Eastwick Eriksen Fairweather Farrugia Fitzroy Galanis
  Gillespie Goldfinch Halloran Hargreaves Haverford Ishikawa Jankowski Kapoor Kettleworth Kowalczyk Lambrakis
  Langstaff Lindqvist Lockhart Macallister Marchetti Merriweather Mukherjee Nakagawa Nightingale Okonedo
  Oyelaran Papadakis Pemberton Petrovic Quilliam Rasmussen Redfern Rosenthal Sandoval Santoro Sefton Shaughnessy
  Silvestri Stavros Tanaka Thistlewood Tremblay Underhill Vandermeer Venkataraman Wainwright Westergaard Whitlam
  Wickramasinghe Yarwood Zielinski
`);

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

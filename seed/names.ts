// Names for people who do not exist, from many places.

import { words } from './company/phrases.ts';

export const givenNames = words(`
  Aaliyah Aarav Abdul Abena Adaeze Adam Adele Aditi Adrian Agnieszka Ahmed Aiko Aisha Akira Alan Alba Alejandro
  Alessia Alexei Alice Alina Amara Amelia Amina Amir Amit Ana Anders Andrea Andrew Anja Anjali Anna Antoine Antonio
  Anya Apinya Ariana Arjun Arthur Astrid Aung Ayesha Aylin Beatrix Benedict Benjamin Bianca Birgit Bongani Bridget
  Bruno Caleb Camila Carla Carlos Carmen Caroline Catarina Cedric Charlotte Chen Chiara Chidi Chinedu Chloe
  Christopher Clara Claudia Colin Conor Cristina Daichi Dalia Damien Daniel Daphne David Declan Deepa Diego Dimitra
  Dominik Dong Duc Edmund Edward Efua Ekaterina Elena Eleni Elif Elliot Emeka Emilia Emma Enrique Erik Esther Eva
  Fabian Farah Farid Fatima Felix Femi Fernando Fiona Florian Francesca Frederik Gabriel Gareth Georgia Gita Giulia
  Gloria Goran Grace Graham Guadalupe Gustav Hamish Hana Hannah Harpreet Harriet Haruka Hassan Heather Hector Helena
  Henrik Hiroshi Hoang Hugo Ian Ibrahim Ifeoma Imani Imogen Ines Ingrid Irina Isaac Isabel Ivan Jack Jacob James
  Jamal Jana Jasmin Jasper Javier Jelena Jia Jin Joanna Joao Johan John Jolene Jonas Jorge Joseph Joshua Juan Julia
  Jun Kamala Karim Karin Katarzyna Kavita Keiko Kemal Kenji Kerry Khadija Kieran Kim Kofi Krystian Kwame Lachlan Lan
  Lars Laura Layla Leah Leilani Lena Leonardo Liam Lin Linh Lorenzo Louise Lucas Lucia Luis Mabel Magnus Mahmoud
  Malik Manoj Marco Margaret Maria Marika Martin Mateo Matthew Maya Meera Mehmet Mei Michael Miguel Mikhail Milan
  Minh Miriam Mohammed Monika Nadia Naomi Natalia Nathaniel Neha Niamh Nicolas Nikhil Nina Nkechi Noah Noor Nuno
  Olga Oliver Olivia Omar Oscar Osman Ottilie Pablo Paola Patricia Patrick Paul Pavel Pedro Peter Petra Philippa
  Pooja Priya Quentin Rachel Rafael Rahul Rania Ravi Rebecca Renata Ricardo Robert Roberta Rohan Rosalind Rosa
  Ruben Rupert Ruth Ryo Sabine Sakura Salma Samira Samuel Sandeep Sanjay Sara Sarah Sebastian Selina Sergei Shanthi
  Sibusiso Silas Simone Sinead Siobhan Sofia Somchai Stefan Stella Stephen Sunita Susan Svetlana Takeshi Tamsin
  Tanvi Tariq Tatiana Thandiwe Theodore Theresa Thomas Tiago Tobias Tomasz Tuan Ursula Uzma Valentina Vera Veronica
  Victor Vijay Viktor Vincent Vivek Wanjiru Wei Wiktoria William Winifred Xanthe Xavier Xin Yan Yara Yasmin Yiannis
  Yuki Yusuf Zainab Zanele Zara Zoe
`);

export const surnames = words(`
  Abara Abbott Abdullah Abernathy Achterberg Adeyemi Agarwal Aguilar Ahmed Akhtar Albrecht Ali Almeida Alvarado
  Amadi Andersen Anderson Antonelli Aoki Appiah Araujo Arslan Asante Ashworth Atkinson Aydin Baker Balakrishnan
  Banerjee Barbosa Barrowclough Bauer Becker Bellamy Benali Bennett Bergman Bernard Bhatt Bianchi Blackwood Boateng
  Bondarenko Botha Bouchard Brandt Brennan Brown Bui Burke Cabrera Calloway Campbell Carvalho Castellano Castro Celik
  Chan Chaudhary Chavez Chen Cheung Chopra Choudhury Christensen Clarke Colombo Conti Cooper Cornwell Costa Cruz
  Dalgleish Dang Das Davies Dekker Delacroix Delgado Demir Desai Diallo Diaz Dimitrov Dlamini Doherty Dubois Dunmore
  Duong Eastwick Edwards Egbe Ekwueme Eriksen Espinoza Evans Fairweather Farouk Farrugia Fernandes Fernandez Ferrari
  Fischer Fitzroy Fontaine Foster Fraser Fujimoto Galanis Gallagher Garcia Georgiou Ghosh Gillespie Goldfinch Gomez
  Gonzalez Graham Greco Green Grimaldi Gunawan Gupta Guzman Haddad Hall Halloran Hamdan Hansen Hargreaves Harris
  Hartmann Hassan Haverford Hayashi Henderson Hernandez Hill Ho Hoffmann Horvat Hossain Hughes Huang Hussain Hussein
  Ibrahim Ikeda Iqbal Ishikawa Islam Ito Ivanov Iyer Jackson Jankowski Jansen Jensen Jimenez Johansson Johnson Jones
  Kaminski Kamau Kang Kapoor Karlsson Kato Katz Kaur Kaya Keller Kelly Kettleworth Khan Khumalo Kimura King Klein
  Koch Kovacs Kowalczyk Kozlov Kruger Kumar Kwan Lambrakis Lang Langstaff Larsen Laurent Le Lee Lefebvre Lehmann
  Leung Lewis Li Lim Lin Lindqvist Lockhart Lombardi Lopez Lynch Macallister Machado MacDonald Maguire Mahlangu
  Malik Mancini Marchetti Marin Marques Martin Martinez Matsumoto Mazur Mbeki McCarthy McKenna Medina Mehta Meier
  Mendes Mensah Merriweather Meyer Miller Mishra Mitchell Mohamed Moreau Morales Moreno Morgan Mori Morris Mostafa
  Mukherjee Muller Murphy Murray Musa Nagy Naidoo Nair Nakagawa Nasser Ndlovu Nel Nelson Ng Nguyen Nielsen
  Nightingale Novak Nowak Nunes Nwosu Obi Ochoa Oduya Ogunleye Okafor Okonedo Oliveira Olsen Omar Ono Ortega Osei
  Oyelaran Ozturk Papadakis Park Parker Patel Pemberton Perera Pereira Perez Petrovic Petrov Pham Phillips Pillay
  Pinto Popescu Popov Prasad Pretorius Quilliam Quinn Rahman Rajan Ramirez Ramos Rao Rasmussen Redfern Reddy Ribeiro
  Richards Richter Rivera Roberts Rocha Rodrigues Rojas Romano Rosenthal Rossi Roux Roy Ruiz Russo Saito Salazar
  Salim Sandoval Santoro Santos Sato Schmidt Schneider Schwarz Scott Sefton Shah Sharma Shaughnessy Shevchenko
  Shimizu Sidhu Silva Silvestri Singh Smith Soares Sokolov Soto Stavros Stewart Suarez Sullivan Suzuki Svensson
  Takahashi Tan Tanaka Taylor Thapa Thistlewood Thomas Thompson Torres Tran Tremblay Turner Underhill Usman
  Vandermeer Vargas Vasquez Venkataraman Verma Vieira Visser Vogel Volkov Wagner Wainwright Walker Wallace Wang Ward
  Watanabe Watson Weber Westergaard White Whitlam Wickramasinghe Williams Wilson Wong Wright Wu Yamamoto Yarwood Yeo
  Yilmaz Yoshida Young Zhang Zhao Zhou Zielinski Zimmermann Zulu O'Brien O'Connor O'Neill Al-Farsi El-Masri
`);

export interface Community {
  /** How many of a hundred pupils. */
  share: number;
  girls: readonly string[];
  boys: readonly string[];
  mothers: readonly string[];
  fathers: readonly string[];
  surnames: readonly string[];
}

const words = (text: string): string[] => text.split(',').map((word) => word.trim());

/** The names that one meets in the schools of the country, in Latin letters. */
export const COMMUNITIES: readonly Community[] = [
  {
    share: 44,
    girls: words(
      'Tamar, Yael, Shira, Maya, Adi, Hila, Michal, Avigail, Noga, Roni, Talia, Ayelet, Carmel, Gefen, Hadas',
    ),
    boys: words('Omer, Daniel, Yonatan, Ido, Uri, Nadav, Eitan, Roi, Guy, Lior, Ariel, Yoav, Matan, Gilad, Asaf'),
    mothers: words('Orly, Sigal, Anat, Rinat, Limor, Galit, Iris, Keren, Meirav, Ronit, Einat, Osnat'),
    fathers: words('Eyal, Shai, Ronen, Avi, Boaz, Gadi, Ofer, Nir, Tomer, Yaron, Amnon, Zvika'),
    surnames: words(
      'Cohen, Levi, Mizrahi, Biton, Dahan, Avraham, Friedman, Malka, Azoulay, Katz, Ohayon, Gabay, Ben David, Segal, Amar, Hadad, Shalom, Golan, Barak, Sasson',
    ),
  },
  {
    share: 22,
    girls: words('Rana, Yasmin, Nour, Layan, Salma, Maryam, Dima, Hala, Sahar, Aya, Rim, Jumana'),
    boys: words('Omar, Adam, Karim, Yusuf, Amir Ali, Tarek, Nadim, Khalil, Majd, Ibrahim, Anas, Fadi'),
    mothers: words('Samira, Amal, Huda, Nadia, Rula, Iman, Manal, Suhad, Wafa, Fatin'),
    fathers: words('Mahmoud, Ahmad, Khaled, Walid, Hassan, Bassam, Nabil, Ziad, Jamal, Raed'),
    surnames: words(
      'Haddad, Khoury, Mansour, Nassar, Awad, Abu Salem, Zoabi, Jabareen, Saleh, Masarwa, Shehadeh, Daher, Salameh, Habib',
    ),
  },
  {
    share: 16,
    girls: words('Anna, Sofia, Alina, Katya, Nastya, Polina, Vera, Dasha, Milana'),
    boys: words('Maxim, Mark, Artiom, Denis, Kirill, Misha, Lev, Timur, Roman'),
    mothers: words('Svetlana, Olga, Irina, Natalia, Marina, Yelena, Larisa, Oksana'),
    fathers: words('Igor, Sergei, Vadim, Dmitri, Boris, Alexei, Oleg, Yuri'),
    surnames: words(
      'Kogan, Reznik, Shapiro, Gurevich, Levitan, Portnoy, Kravets, Sobol, Feldman, Rubin, Melnik, Vaisman',
    ),
  },
  {
    share: 9,
    girls: words('Eden, Rahel, Mazal, Tigist, Selam, Almaz, Batya, Zehava'),
    boys: words('Avi, Yosef, Dawit, Eyob, Tal, Gideon, Barihun, Natan'),
    mothers: words('Abeba, Workinesh, Mulu, Tirunesh, Zena, Aster'),
    fathers: words('Tesfaye, Mengistu, Gebre, Solomon, Asefa, Shlomo'),
    surnames: words('Tadesse, Alemu, Worku, Desta, Admasu, Bekele, Mekonen, Yosef, Takele, Ayalew'),
  },
  {
    share: 9,
    girls: words('Rachel, Emma, Leah, Hannah, Zoe, Abigail, Sarah, Olivia'),
    boys: words('Jonah, Benjamin, Ethan, Caleb, Aaron, Joshua, Noah, Simon'),
    mothers: words('Rebecca, Jennifer, Deborah, Karen, Melissa, Naomi'),
    fathers: words('Michael, David, Jeremy, Steven, Robert, Andrew'),
    surnames: words('Goldberg, Miller, Klein, Brooks, Stern, Green, Newman, Harris, Fisher, Wolf'),
  },
];

export const STREETS = words(
  'Herzl St, Weizmann St, HaNassi Blvd, Ben Gurion Blvd, Allenby St, Moriah Blvd, Abbas St, Hillel St, Rothschild St, HaGalil St, Yefe Nof St, Rambam St, Bialik St, Arlozorov St, HaShalom St, HaTikva St, Begin Ave, Jabotinsky St, Sokolov St, Golomb St',
);

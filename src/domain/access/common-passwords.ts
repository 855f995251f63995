/** Guessed first by everybody who guesses, without what stands before or behind them; in lower case. */
const WORDS = `password passwort passw0rd p@ssw0rd pass letmein let-me-in welcome welcome to welcomeback iloveyou i love you
ilovemymom ilovemydad loveyou login admin administrator root guest user master changeme change-me secret mysecret default
qwerty qwertyuiop qwerty uiop qwertz qazwsx qazwsxedc 1q2w3e4r 1qaz2wsx q1w2e3r4 zaq12wsx asdf asdfgh asdfghjkl zxcvbn zxcvbnm
abc abcabc abcd abcdef abc123 aaa abcdefgh test testtest testing tester demo sample example monkey dragon sunshine princess
princesa football soccer baseball basketball superman batman spiderman pokemon minecraft fortnite roblox starwars harrypotter
hello hellohello hello world helloworld hallo shalom shalomshalom ahlan salam marhaba bonjour hola privet school myschool
schoolschool teacher student pupil parent classroom homework lambda allamda llamda tutor computer internet google youtube
facebook instagram tiktok whatsapp android iphone apple samsung israel jerusalem haifa telaviv tel aviv maccabi hapoel
michael jordan daniel david jessica charlie thomas ashley jennifer nicole andrew joshua matthew hannah samantha summer winter
spring autumn monday friday january december happy birthday birthday trustno1 whatever freedom shadow cookie chocolate banana
cheese flower butterfly rainbow unicorn tigger ginger buster soccer hunter killer ninja azerty access starter correct horse
correcthorsebatterystaple mypassword thepassword nopassword newpassword oldpassword password password`;

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  WORDS.split(/\s+/).flatMap((word) => [word, word.replace(/[^\p{L}\p{N}]/gu, '')]),
);

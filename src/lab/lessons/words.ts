/** The lessons in words for students, in English and Indonesian. */
import type { Language } from '../../report/index.ts'
import type { Dial, LessonName } from './lesson.ts'

/** Numbers that a text quotes, written out. */
type Facts = readonly string[]

interface LessonWords {
  readonly title: string
  /** What is to be learned, in a few sentences; what stands between brackets is a formula. */
  readonly intro: readonly string[]
  /** Numbers of the formula that stand on no slider. */
  readonly known?: (facts: Facts) => string
  /** What to try. */
  readonly tries: readonly string[]
  /** Of the vertical axis. */
  readonly axis: string
  readonly question: (facts: Facts) => string
  /** Where the dials leave nothing to ask. */
  readonly nothing?: string
  /** Why the answer is what it is, with the answer itself. */
  readonly because: (answer: string, facts: Facts) => string
}

export interface LessonsWords {
  readonly heading: string
  readonly lead: string
  readonly lessons: Readonly<Record<LessonName, LessonWords>>
  readonly dials: Readonly<Record<Dial['word'], (of: string) => string>>
  readonly series: Readonly<Record<'nobody' | 'low' | 'high', string>>
  readonly week: string
  readonly run: string
  readonly onPaper: string
  readonly agents: string
  readonly before: string
  readonly tryThis: string
  readonly question: string
  readonly yourAnswer: string
  readonly check: string
  readonly right: string
  readonly wrong: string
  readonly noNumber: string
  readonly reveal: string
  readonly reset: string
  readonly again: string
  readonly yes: string
  readonly no: string
  readonly units: Readonly<Record<'rupiah' | 'percent' | 'count', string>>
  readonly table: string
  readonly state: (facts: { step: string; name: string; agents: string; solved: string }) => string
}

const en: LessonsWords = {
  heading: 'Six lessons',
  lead: 'Small markets whose answer is known on paper. The dashed line is that answer; the solid line is what the simulated sellers and buyers come to. None of them knows the formula.',
  lessons: {
    price: {
      title: 'A price',
      intro: [
        'Ani is the only seller. A higher price earns more on each piece and loses some buyers. She does not know the demand curve: each week she looks at her share of the market and moves her mark-up a little.',
        'On paper the best price of a monopolist facing logit demand is [p = c + (1 + W(e^(δ − αc − 1))) / α], with unit cost c, quality δ, price sensitivity α and Lambert’s function W.',
      ],
      known: ([alpha]) =>
        `In this market [α = ${alpha}] per thousand rupiah; c and δ are the sliders, c in thousand rupiah. Not buying is worth 0, so that at a price p Ani sells on the part [s = e^(δ − αp) / (1 + e^(δ − αp))] of all occasions.`,
      tries: [
        'Raise the unit cost. Does the price rise by as much?',
        'Raise the quality until nearly everybody buys, then raise the cost again.',
      ],
      axis: 'Price',
      question: ([more]) =>
        `Ani’s unit cost rises by ${more}. By how much does her best price rise, with the sliders as they stand?`,
      because: (answer, [more, share]) =>
        `It rises by ${answer}. A monopolist with a share s of all occasions passes on the part 1 − s of a small rise in cost. Here s is ${share}, and the rise was ${more}.`,
    },
    duopoly: {
      title: 'Two sellers',
      intro: [
        'Ani and Budi sell much the same thing. Each prices for itself, and each price depends on the other’s.',
        'On paper prices settle where neither gains by moving alone (a Bertrand equilibrium): [mark-up = 1 / (α (1 − s))], with s the seller’s own share.',
      ],
      known: ([alpha]) =>
        `In this market [α = ${alpha}] per thousand rupiah. The mark-up is the price less the unit cost, in thousand rupiah; the costs are on the sliders.`,
      tries: [
        'Make Budi’s goods better. What happens to Ani’s price?',
        'Lower one cost. Why do both prices fall?',
      ],
      axis: 'Price',
      question: ([price]) =>
        `Ani’s equilibrium price is ${price}. Of 100 shopping occasions, how many end with a purchase from her?`,
      because: (answer, [price, alpha, cost]) =>
        `${answer} of 100. Turn the mark-up rule around: [s = 1 − 1 / (α (p − c))], with α = ${alpha} per thousand rupiah, p = ${price} and c = ${cost}.`,
    },
    merger: {
      title: 'A merger',
      intro: [
        'Ani buys Budi’s shop. A buyer lost by one of the two shops is now often won by the other, so that raising both prices pays. Cici stays on her own.',
        'Dotted lines show prices before the merger. “How different the shops are” says how readily buyers who leave one shop go to another instead of not buying.',
      ],
      tries: [
        'Undo the merger and watch prices come down.',
        'Make the shops more alike (towards 0.2): levels fall, and the merger matters more or less?',
      ],
      axis: 'Price',
      question: ([before]) =>
        `Before the merger Ani’s price is ${before}. By how many per cent does it rise in the end?`,
      nothing: 'Let Ani own Budi’s shop, and there is something to ask.',
      because: (answer, [before, after, shareBefore, shareAfter]) =>
        `By ${answer} %, from ${before} to ${after}. Budi’s own share falls from ${shareBefore} to ${shareAfter} of occasions: part of his buyers go to Cici, who raises her price a little too, and part stop buying.`,
    },
    closure: {
      title: 'A closure and its diversion',
      intro: [
        'Four venues, of which T, S and K are online and O is not. After twelve weeks T closes. Where do its buyers go?',
        'If every buyer had a second choice in proportion to market shares, the largest venue would gain most. But buyers of an online shop mostly look for another one: within a nest, choices are closer substitutes. The diversion ratio says which part of T’s lost orders each venue gains.',
      ],
      tries: [
        'Set “how different the shops are” to 1: now all venues are equally close.',
        'Make T better before it closes. Who gains from its larger share?',
      ],
      axis: 'Share of shopping occasions, since the start or the closure',
      question: ([proportional]) =>
        `Of 100 orders that T loses, how many go to S? (In proportion to market shares it would be ${proportional}.)`,
      because: (answer, [, lost]) =>
        `${answer}. And ${lost} of T’s orders are not made anywhere any more. Diversion follows from shares alone, given how close the venues of a nest are.`,
    },
    fee: {
      title: 'A fee and who pays it',
      intro: [
        'The venue charges three sellers a commission, in per cent of the price, or a fee on each order. Sellers hand the money over, but they are not the only ones who pay: prices move.',
        'On paper a commission f works like a unit cost of [c / (1 − f)], and a flat fee like a cost. Dotted lines show prices without any fee.',
      ],
      tries: [
        'Take the commission to 0 and charge Rp 4,000 an order instead. Which raises prices more?',
        'Raise the commission to 20 %.',
      ],
      axis: 'Price',
      question: ([due]) =>
        `Ani now pays the venue ${due} on each order. How many per cent of that do her buyers pay, through a higher price?`,
      nothing: 'Set a commission or a fee above 0, and there is something to ask.',
      because: (answer, [due, rise]) =>
        `${answer} %: her price is ${rise} higher than without fees, and she pays ${due}. Who bears a fee depends on how buyers and rivals react, not on who hands the money over.`,
    },
    noise: {
      title: 'Noise, and how many runs',
      intro: [
        'Ten sellers are exactly alike, so each should sell a tenth. In any one week chance decides, and Ani sells more or less than that. A simulation is a draw, not a number.',
        'Many runs with different random numbers show how large chance is. The mean over runs comes closer to a tenth, and its 95 % confidence interval narrows with the square root of the number of runs.',
      ],
      tries: [
        'Four times as many buyers: what happens to the interval?',
        'Run it again a few times. How often does the interval miss the line?',
      ],
      axis: 'Ani’s share of what is sold: mean over runs and 95 % interval',
      question: ([runs, reach]) =>
        `With ${runs} runs the interval reaches ${reach} to either side on paper. How many runs make it half as wide?`,
      because: (answer, [runs]) =>
        `${answer} runs. Half the width takes about four times the runs (${runs}), a little less while few runs make Student’s t large.`,
    },
  },
  dials: {
    cost: (of) => `${of}’s unit cost`,
    quality: (of) => `${of}’s quality`,
    owner: (of) => `Ani owns ${of}’s shop`,
    similarity: () => 'How different the shops are (λ)',
    commission: () => 'Commission',
    flatFee: () => 'Fee on each order',
    buyers: () => 'Simulated buyers',
    runs: () => 'Runs',
  },
  series: { nobody: 'Nobody', low: '95 % interval', high: '95 % interval' },
  week: 'Week',
  run: 'Run',
  onPaper: 'on paper',
  agents: 'simulated',
  before: 'before, or without it',
  tryThis: 'Try this',
  question: 'A question',
  yourAnswer: 'Your answer',
  check: 'Check',
  right: 'Right.',
  wrong: 'Not yet. Try again, or see the answer.',
  noNumber: 'Write a number, such as 12 or 12.5.',
  reveal: 'Show the answer',
  reset: 'Sliders back',
  again: 'Run again with other random numbers',
  yes: 'yes',
  no: 'no',
  units: { rupiah: 'rupiah', percent: '%', count: '' },
  table: 'The same as a table',
  state: ({ step, name, agents, solved }) =>
    `${step}. ${name}: ${agents} simulated, ${solved} on paper.`,
}

const id: LessonsWords = {
  heading: 'Enam pelajaran',
  lead: 'Pasar kecil yang jawabannya dapat dihitung di atas kertas. Garis putus-putus adalah jawaban itu; garis penuh adalah hasil para penjual dan pembeli simulasi. Tak seorang pun dari mereka tahu rumusnya.',
  lessons: {
    price: {
      title: 'Harga',
      intro: [
        'Ani satu-satunya penjual. Harga yang lebih tinggi memberi untung lebih besar per barang, tetapi sebagian pembeli pergi. Ani tidak tahu kurva permintaannya: setiap minggu ia melihat pangsanya lalu menggeser marginnya sedikit.',
        'Di atas kertas, harga terbaik seorang monopolis dengan permintaan logit adalah [p = c + (1 + W(e^(δ − αc − 1))) / α], dengan biaya per unit c, mutu δ, kepekaan harga α, dan fungsi Lambert W.',
      ],
      known: ([alpha]) =>
        `Di pasar ini [α = ${alpha}] per seribu rupiah; c dan δ ada pada penggeser, c dalam ribu rupiah. Tidak membeli bernilai 0, sehingga pada harga p Ani menjual dalam bagian [s = e^(δ − αp) / (1 + e^(δ − αp))] dari semua kesempatan belanja.`,
      tries: [
        'Naikkan biaya per unit. Apakah harga naik sebesar itu juga?',
        'Naikkan mutu sampai hampir semua orang membeli, lalu naikkan biayanya lagi.',
      ],
      axis: 'Harga',
      question: ([more]) =>
        `Biaya per unit Ani naik ${more}. Berapa kenaikan harga terbaiknya, dengan penggeser seperti sekarang?`,
      because: (answer, [more, share]) =>
        `Naik ${answer}. Monopolis dengan pangsa s dari semua kesempatan belanja meneruskan bagian 1 − s dari kenaikan biaya yang kecil. Di sini s sebesar ${share}, dan kenaikannya ${more}.`,
    },
    duopoly: {
      title: 'Dua penjual',
      intro: [
        'Ani dan Budi menjual barang yang hampir sama. Masing-masing menetapkan harga sendiri, dan harga yang satu bergantung pada harga yang lain.',
        'Di atas kertas, harga berhenti bergerak ketika tak satu pun untung dengan bergeser sendirian (keseimbangan Bertrand): [margin = 1 / (α (1 − s))], dengan s pangsa penjual itu sendiri.',
      ],
      known: ([alpha]) =>
        `Di pasar ini [α = ${alpha}] per seribu rupiah. Margin adalah harga dikurangi biaya per unit, dalam ribu rupiah; biayanya ada pada penggeser.`,
      tries: [
        'Perbaiki mutu barang Budi. Apa yang terjadi pada harga Ani?',
        'Turunkan salah satu biaya. Mengapa kedua harga ikut turun?',
      ],
      axis: 'Harga',
      question: ([price]) =>
        `Harga keseimbangan Ani ${price}. Dari 100 kesempatan belanja, berapa yang berakhir dengan pembelian di tempatnya?`,
      because: (answer, [price, alpha, cost]) =>
        `${answer} dari 100. Balik rumus margin: [s = 1 − 1 / (α (p − c))], dengan α = ${alpha} per seribu rupiah, p = ${price}, dan c = ${cost}.`,
    },
    merger: {
      title: 'Penggabungan usaha',
      intro: [
        'Ani membeli toko Budi. Pembeli yang lepas dari satu toko kini sering tertangkap toko satunya, sehingga menaikkan kedua harga menguntungkan. Cici tetap sendiri.',
        'Garis titik-titik menunjukkan harga sebelum penggabungan. “Seberapa berbeda toko-tokonya” mengatur seberapa mudah pembeli yang meninggalkan satu toko pindah ke toko lain dan bukan batal membeli.',
      ],
      tries: [
        'Batalkan penggabungan dan lihat harga turun kembali.',
        'Buat toko-toko makin mirip (mendekati 0,2): semua harga turun. Apakah penggabungan jadi lebih terasa?',
      ],
      axis: 'Harga',
      question: ([before]) =>
        `Sebelum penggabungan harga Ani ${before}. Berapa persen kenaikannya pada akhirnya?`,
      nothing: 'Biarkan Ani memiliki toko Budi dulu, baru ada yang dapat ditanyakan.',
      because: (answer, [before, after, shareBefore, shareAfter]) =>
        `${answer}%, dari ${before} menjadi ${after}. Pangsa Budi turun dari ${shareBefore} menjadi ${shareAfter} kesempatan belanja: sebagian pembelinya pindah ke Cici, yang ikut menaikkan harga sedikit, dan sebagian berhenti membeli.`,
    },
    closure: {
      title: 'Penutupan dan pengalihannya',
      intro: [
        'Ada empat kanal penjualan: T, S, dan K daring, sedangkan O tidak. Setelah dua belas minggu T ditutup. Ke mana pembelinya pergi?',
        'Seandainya pilihan kedua pembeli sebanding dengan pangsa pasar, kanal terbesar mendapat paling banyak. Namun pembeli toko daring lebih sering mencari toko daring lain: di dalam satu kelompok, pilihan lebih mudah saling menggantikan. Rasio pengalihan menunjukkan bagian pesanan T yang didapat setiap kanal.',
      ],
      tries: [
        'Atur “seberapa berbeda toko-tokonya” ke 1: kini semua kanal sama dekatnya.',
        'Perbaiki T sebelum ditutup. Siapa yang mendapat pangsanya yang lebih besar?',
      ],
      axis: 'Pangsa kesempatan belanja, sejak awal atau sejak penutupan',
      question: ([proportional]) =>
        `Dari 100 pesanan yang hilang dari T, berapa yang pindah ke S? (Kalau sebanding dengan pangsa pasar: ${proportional}.)`,
      because: (answer, [, lost]) =>
        `${answer}. Sementara itu ${lost} pesanan T tidak dibuat di mana pun lagi. Pengalihan dapat dihitung dari pangsa saja, asal diketahui seberapa dekat kanal-kanal dalam satu kelompok.`,
    },
    fee: {
      title: 'Biaya jasa dan siapa yang menanggungnya',
      intro: [
        'Kanal penjualan memungut komisi dari tiga penjual, dalam persen harga, atau biaya tetap per pesanan. Penjual yang menyetorkan uangnya, tetapi bukan hanya mereka yang menanggung: harga bergerak.',
        'Di atas kertas, komisi f bekerja seperti biaya per unit [c / (1 − f)], dan biaya tetap bekerja seperti biaya per unit biasa. Garis titik-titik menunjukkan harga tanpa pungutan.',
      ],
      tries: [
        'Turunkan komisi ke 0 dan pungut Rp4.000 per pesanan. Mana yang lebih menaikkan harga?',
        'Naikkan komisi sampai 20%.',
      ],
      axis: 'Harga',
      question: ([due]) =>
        `Ani kini membayar ${due} per pesanan. Berapa persen darinya yang ditanggung pembeli lewat harga yang lebih tinggi?`,
      nothing: 'Atur komisi atau biaya di atas 0 dulu, baru ada yang dapat ditanyakan.',
      because: (answer, [due, rise]) =>
        `${answer}%: harganya ${rise} lebih tinggi daripada tanpa pungutan, sedangkan yang ia bayar ${due}. Siapa yang menanggung bergantung pada reaksi pembeli dan pesaing, bukan pada siapa yang menyetor.`,
    },
    noise: {
      title: 'Derau, dan berapa kali simulasi',
      intro: [
        'Sepuluh penjual persis sama, jadi masing-masing seharusnya menjual sepersepuluh. Dalam satu minggu variasi acaklah yang menentukan: Ani menjual lebih atau kurang dari itu. Satu simulasi adalah satu undian, bukan satu angka pasti.',
        'Banyak simulasi dengan bilangan acak berbeda menunjukkan besarnya variasi acak. Rata-ratanya mendekati sepersepuluh, dan selang kepercayaan 95% menyempit seturut akar banyaknya simulasi.',
      ],
      tries: [
        'Empat kali lebih banyak pembeli: apa yang terjadi pada selangnya?',
        'Ulangi beberapa kali. Seberapa sering selangnya meleset dari garis?',
      ],
      axis: 'Pangsa Ani dari semua yang terjual: rata-rata simulasi dan selang 95%',
      question: ([runs, reach]) =>
        `Dengan ${runs} simulasi, selangnya di atas kertas ${reach} ke atas dan ke bawah. Berapa simulasi agar lebarnya tinggal separuh?`,
      because: (answer, [runs]) =>
        `${answer} simulasi. Separuh lebar memerlukan kira-kira empat kali ${runs} simulasi, sedikit kurang selama simulasi yang sedikit membuat t Student besar.`,
    },
  },
  dials: {
    cost: (of) => `Biaya per unit ${of}`,
    quality: (of) => `Mutu barang ${of}`,
    owner: (of) => `Ani memiliki toko ${of}`,
    similarity: () => 'Seberapa berbeda toko-tokonya (λ)',
    commission: () => 'Komisi',
    flatFee: () => 'Biaya per pesanan',
    buyers: () => 'Pembeli simulasi',
    runs: () => 'Banyaknya simulasi',
  },
  series: { nobody: 'Tidak beli', low: 'selang 95%', high: 'selang 95%' },
  week: 'Minggu',
  run: 'Simulasi',
  onPaper: 'di atas kertas',
  agents: 'simulasi',
  before: 'sebelumnya, atau tanpa itu',
  tryThis: 'Coba ini',
  question: 'Sebuah pertanyaan',
  yourAnswer: 'Jawaban Anda',
  check: 'Periksa',
  right: 'Benar.',
  wrong: 'Belum tepat. Coba lagi, atau lihat jawabannya.',
  noNumber: 'Tulis sebuah angka, misalnya 12 atau 12,5.',
  reveal: 'Tunjukkan jawabannya',
  reset: 'Kembalikan penggeser',
  again: 'Ulangi dengan bilangan acak lain',
  yes: 'ya',
  no: 'tidak',
  units: { rupiah: 'rupiah', percent: '%', count: '' },
  table: 'Sebagai tabel',
  state: ({ step, name, agents, solved }) =>
    `${step}. ${name}: simulasi ${agents}, di atas kertas ${solved}.`,
}

export const lessonsWords: Readonly<Record<Language, LessonsWords>> = { en, id }

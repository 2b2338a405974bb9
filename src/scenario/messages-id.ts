/** The words for findings, in Indonesian. Keys, units and names of a scenario are the same in every language. */
import type { FindingWords } from './finding.ts'

export const indonesian: FindingWords = {
  beside: (place) => `bersama ${place}`,
  meant: (what) => `mungkin maksudnya ${what}?`,
  codes: {
    'missing-file': ({ got }) => `berkas ${got} tidak ada`,
    'is-folder': ({ got }) => `${got} adalah folder, bukan berkas skenario`,
    'no-text': ({ got }) => `${got} bukan teks UTF-8: simpan sebagai UTF-8`,
    'no-file': ({ got }) =>
      `${got} adalah perangkat, pipa, atau soket, bukan berkas: simpan isinya dalam berkas`,
    'utf-16': ({ got }) => `${got} adalah teks UTF-16: simpan sebagai UTF-8`,
    unreadable: ({ got, expected }) => `${got} tidak dapat dibaca: ${expected}`,
    empty: ({ got }) =>
      got === undefined ? 'berkas ini kosong' : `${got} belum bernilai: tulis ${got}=NILAI`,
    'too-large': ({ got, expected }) => `${got} melebihi ${expected} karakter`,
    'too-deep': () => 'teks ini bersarang terlalu dalam',
    'too-many-aliases': ({ expected }) => `lebih dari ${expected} alias diuraikan`,
    syntax: ({ got }) => `ini bukan YAML (pesan pembacanya): ${got}`,
    'duplicate-key': ({ got }) => `kunci ${got} ditulis dua kali`,
    'missing-anchor': ({ got }) => `alias *${got} tidak didahului jangkar &${got}`,
    'alias-cycle': ({ got }) =>
      `alias *${got} berada di dalam isi &${got}, sehingga memuat dirinya sendiri`,
    'second-document': () => 'dokumen kedua mulai di sini; satu berkas memuat satu skenario',
    'missing-base': ({ got }) =>
      `extends ${got}, yang tidak ada di folder berkas ini dan tidak pula di folder di atasnya`,
    'extends-cycle': ({ got }) => `extends ${got}, padahal skenario itu memperluas berkas ini`,
    'extends-depth': ({ expected }) => `extends berantai lebih dari ${expected} skenario`,
    'set-base': () => 'extends tidak dapat diatur di sini: tulis dalam berkas skenario',
    'set-form': ({ got }) => `${got} tidak berbentuk alamat=nilai`,
    'unknown-key': ({ name, expected }) =>
      `kunci ${name} tidak dikenal${expected ? `; yang dikenal: ${expected}` : ''}`,
    'unknown-row': ({ name, got, expected }) =>
      `${name} tidak memuat ${got}${expected ? `; isinya ${expected}` : ''}`,
    'unknown-path': ({ got }) => `${got} bukan nilai dalam skenario studi ini`,
    'no-design': ({ got, expected }) => `${got}: ${expected}`,
    'missing-policy-file': ({ got }) => `tidak ada berkas ${got}`,
    'no-programs-here': ({ got }) =>
      `${got} adalah program kebijakan, yang hanya dapat dimuat dari baris perintah dan di Node`,
    'broken-policy': ({ name, got }) => `${name} bukan kebijakan: ${got}`,
    'policy-twice': ({ name, got }) =>
      `kebijakan ini bernama ${name}, sama seperti ${got}: beri nama lain`,
    'untrusted-policy': ({ name }) =>
      `${name} berasal dari berkas orang yang menjalankan studi ini, dan programnya termuat di dalamnya. Jika Anda memercayainya, tambahkan --trust`,
    'unknown-policy': ({ got, expected }) =>
      `kebijakan ${got} tidak dikenal${expected ? `; yang dikenal: ${expected}, atau yang ada dalam berkas yang disebut di bawah use` : ''}`,
    'row-name': ({ name }) =>
      name === 'all'
        ? 'all tidak dapat dijadikan nama: kata itu berarti jumlah keseluruhan'
        : `${name} tidak dapat dijadikan nama: hanya huruf, angka, dan tanda hubung, paling banyak 60`,
    'control-character': ({ name, got, expected }) =>
      `${name} memuat karakter ${got} di posisi ${expected}, yang tidak dapat dicetak; hapus karakter itu`,
    'too-long': ({ name, got, expected }) =>
      `${name} sepanjang ${got} karakter, melebihi ${expected}; persingkat`,
    'empty-text': ({ name }) => `${name || 'namanya'} kosong; tulis sebuah teks`,
    formula: ({ name, got }) =>
      `${name === got ? 'namanya' : name} adalah ${got}, yang akan dijalankan lembar kerja sebagai rumus; awali dengan huruf atau angka`,
    'reserved-name': ({ got, expected }) =>
      `${got} tidak dapat dijadikan nama: sudah dipakai untuk hasil (${expected})`,
    'textbook-only': ({ name }) =>
      `${name} hanya untuk pasar buku teks, padahal textbook: true tidak ditulis`,
    missing: ({ name, expected }) => `${name}: belum ada ${expected}`,
    'no-base': ({ expected }) =>
      `skenario ini tidak memakai extends dan tidak punya baris dalam ${expected}; lupa menulis extends: indonesia-2023? (atau tulis textbook: true, atau baris-baris itu)`,
    'too-many': ({ name, got, expected }) => `${name}: ${got}, melebihi ${expected}`,
    conflict: ({ name, got, expected }) =>
      `${name} tidak dapat digabung dengan ${got}; tulis ${expected}`,
    'no-value': ({ name, expected }) =>
      `${name} belum bernilai: tulis ${expected}, atau hapus kunci ini`,
    'wrong-type': ({ name, got, expected }) =>
      `${name}: seharusnya ${expected}, bukan ${got || 'teks kosong'}`,
    'wrong-unit': ({ name, got, expected }) =>
      `${name} bersatuan ${got}, yang tidak dapat diubah menjadi ${expected}`,
    'not-finite': ({ name, got, expected }) =>
      `${name} adalah ${got}, bukan angka dari ${expected}`,
    thousands: ({ name, got, expected }) =>
      `${name} adalah ${got}: ribuan ditulis tanpa pemisah, dan tanda desimalnya titik; tulis ${expected}`,
    'decimal-comma': ({ name, got, expected }) =>
      `${name} adalah ${got}: tanda desimalnya titik, bukan koma; tulis ${expected}`,
    'decimal-or-thousands': ({ name, got, expected }) =>
      `${name} adalah ${got}, dan titiknya dapat dibaca sebagai desimal atau pemisah ribuan; tulis ${expected} untuk ribuan, atau banyak desimal yang lain`,
    'two-numbers': ({ name, got }) => `${name} adalah ${got}: dua angka; tulis satu saja`,
    'no-digits': ({ name, got, expected }) =>
      `${name} adalah ${got}: angka ditulis dengan digit desimal; tulis ${expected}`,
    'perhaps-thousands': ({ name, got, expected }) =>
      `${name} adalah ${got}, dan titiknya tanda desimal${expected ? `: kurang dari seperseratus ${expected}` : ''}. Ribuan ditulis tanpa pemisah; banyak desimal yang lain menghapus keraguan`,
    'not-whole': ({ name, got }) => `${name} adalah ${got}, bukan bilangan bulat`,
    'cut-to-range': ({ name, got, expected }) =>
      `${name} menjadi ${got}, di luar ${expected} yang berlaku`,
    'out-of-range': ({ name, got, expected }) => `${name} adalah ${got}, di luar ${expected}`,
    'no-option': ({ name, got, expected }) =>
      `${name} adalah ${got}, bukan salah satu dari ${expected}`,
    'no-date': ({
      name,
      got,
      expected = 'bukan tanggal seperti 2023-10-04 atau 2023-10-04T17:00+07:00',
    }) => `${name} adalah ${got}, ${expected}`,
    'not-monday': ({ name, got }) => `${name} adalah ${got}, yang bukan awal hari Senin`,
    'end-before-start': ({ name, got, expected }) =>
      `${name} berakhir pada ${got}, sebelum mulai pada ${expected}`,
    'outside-horizon': ({ name, got, expected }) =>
      `${name} adalah ${got}, di luar masa simulasi (${expected})`,
    'effective-before-announced': ({ got, expected }) =>
      `effective adalah ${got}, sebelum diumumkan pada ${expected}`,
    'ends-too-early': ({ name, got, expected }) =>
      `${name} mulai pada ${expected}, sedangkan ${got}: itu hari pertama tanpa kebijakan ini, jadi tulis hari yang lebih akhir`,
    'without-force': ({ name, got, expected }) =>
      `${name} tidak berpengaruh pada ${expected}: ${got} mulai lebih dulu dan mengatur nilai yang sama. Tulis ${got} lebih dulu`,
    'no-quantity': ({ name, got }) =>
      `${name} memerlukan besaran, sedangkan ${got} bukan besaran; tulis points`,
    'window-form': ({ name, got }) =>
      `${name} adalah ${got}; tulis satu tanggal, atau dua: 2023-10-05 to 2023-11-03, atau closure + 1 day to closure + 30 days`,
    'two-main-windows': ({ got, expected }) =>
      `${got} adalah jendela utama, begitu pula ${expected}; satu skenario punya satu`,
    'ambiguous-moment': ({ name, got, expected }) =>
      `${name} dihitung dari ${got}, yang ada ${expected}; tulis tanggalnya`,
    ambiguous: ({ name, got, expected }) =>
      `${name} ada ${got} kali; sebut salah satu dengan nomornya: ${expected}`,
    'before-start': ({ name, got, expected }) =>
      `${name} punya langkah pada ${got}, sebelum simulasi mulai pada ${expected}: langkah itu berlaku sejak hari pertama`,
    'while-solving': ({ name, got, expected }) =>
      `${name} adalah ${got}, sebelum konstanta disetel untuk terakhir kali pada ${expected} (calendar.solve-until), sehingga sebagian pengaruh kebijakan ikut terserap`,
    'shares-not-one': ({ name, got }) => `jumlah ${name} adalah ${got}, bukan 1`,
    'shares-above-one': ({ name, got }) => `jumlah ${name} adalah ${got}, lebih dari 1`,
    'no-power-of-two': ({ name, got }) => `${name} adalah ${got}, bukan pangkat dua`,
    'popularity-feedback': ({ name, got, expected }) =>
      `jumlah ${name} adalah ${got}, lebih dari ${expected}: popularitas akan menguatkan dirinya tanpa batas`,
    unused: ({ name }) => `sarang ${name} tidak punya kanal penjualan`,
    'nest-closed': ({ name, expected }) =>
      `tak seorang pun akan pernah memilih sarang ${name}: tidak ada kanal penjualannya yang buka sebelum ${expected}, selama konstanta disetel (calendar.solve-until). Buka salah satunya sebelum itu, atau tempatkan di sarang yang sudah punya kanal yang buka`,
    'nest-without-share': ({ name }) =>
      `tak seorang pun akan pernah memilih sarang ${name}: tidak punya bagian pembelian di kategori mana pun. Tulis categories.*.nest-share.${name}, atau tempatkan kanal penjualannya di sarang lain`,
    'does-nothing': ({ name, expected }) =>
      `program ${name} hanya punya nama, jadi tidak berbuat apa-apa: tulis setelannya (${expected}), atau slots: 0 jika memang itu maksudnya`,
    'sellers-not-sorted': ({ name, got, expected }) =>
      `${name} ditulis sesudah ${got}: urutkan penjual menurut kategori, lalu menurut wilayah, seperti urutan tabel itu. Tulis ${name} sebelum ${expected}`,
  },
}

/** What parameters and their units are called in Indonesian, by their names in the reference. Those of policies stand with each policy. */
export const PARAMETER_NAMES_ID: Readonly<Record<string, string>> = {
  'Buyers simulated': 'Pembeli yang disimulasikan',
  'Sellers simulated': 'Penjual yang disimulasikan',
  'Creators simulated': 'Kreator yang disimulasikan',
  'Runs with different seeds': 'Simulasi dengan benih berbeda',
  'Price sensitivity (alpha)': 'Kepekaan harga (alpha)',
  'Shopping occasions per buyer': 'Kesempatan belanja per pembeli',
  'Utility of the outside option (no purchase)': 'Utilitas bila tidak membeli',
  'People represented by one simulated buyer': 'Orang yang diwakili satu pembeli simulasi',
  'Purchases represented by one simulated purchase':
    'Pembelian yang diwakili satu pembelian simulasi',
  'Share of buyers who shop online': 'Bagian pembeli yang berbelanja daring',
  'Coefficient of variation of shopping activity': 'Koefisien variasi kegiatan belanja',
  'Mean income': 'Pendapatan rata-rata',
  'Standard deviation of log income': 'Simpangan baku log pendapatan',
  'Income elasticity of price sensitivity, negative (k_y)':
    'Elastisitas kepekaan harga terhadap pendapatan, negatif (k_y)',
  'Price sensitivity (alpha, classical form; 0: from the elasticities of the categories)':
    'Kepekaan harga (alpha, bentuk klasik; 0: dari elastisitas kategori)',
  'Dissimilarity parameter at which elasticities are stated (lambda_ref)':
    'Parameter ketidakmiripan yang menjadi acuan elastisitas (lambda_ref)',
  'Mean affinity for live shopping': 'Rata-rata kegemaran belanja lewat siaran langsung',
  'Standard deviation of affinity for live shopping':
    'Simpangan baku kegemaran belanja lewat siaran langsung',
  'Maximum affinity for live shopping': 'Kegemaran terbesar belanja lewat siaran langsung',
  'Taste for streaming venues per unit of affinity for live shopping':
    'Selera akan kanal penjualan bersiaran per satuan kegemaran siaran langsung',
  'Marginal propensity to consume out of income (c_y)':
    'Kecenderungan marjinal berbelanja dari pendapatan (c_y)',
  'Marginal propensity to consume out of deposits above their norm (c_m)':
    'Kecenderungan marjinal berbelanja dari simpanan di atas biasanya (c_m)',
  'Target deposits': 'Sasaran simpanan',
  'Separation rate from jobs outside the market': 'Laju pemutusan kerja di luar pasar ini',
  'Job-finding rate': 'Laju mendapat pekerjaan',
  'Re-employment wage relative to the wage of the lost job':
    'Upah pekerjaan baru dibanding upah pekerjaan yang hilang',
  'Replacement rate: income without a job relative to the lost wage':
    'Tingkat penggantian: pendapatan tanpa pekerjaan dibanding upah yang hilang',
  'Budget share of modelled goods': 'Bagian anggaran untuk barang yang dimodelkan',
  'Weight of the latest week in expected income':
    'Bobot minggu terakhir dalam pendapatan yang diharapkan',
  'Population per firm': 'Penduduk per usaha',
  'Share of firms on a marketplace': 'Bagian usaha di lokapasar',
  'Share of firms online by chat only': 'Bagian usaha yang daring lewat obrolan saja',
  'Wage of employees of small firms': 'Upah pekerja usaha kecil',
  'Earnings of informal work, which an owner could do instead':
    'Penghasilan kerja informal yang bisa dipilih pemilik usaha',
  'Spread between owners of what they could earn elsewhere and of what they ask of it':
    'Sebaran antarpemilik dalam penghasilan di luar usaha dan dalam tuntutannya',
  'Weeks of earnings that count in an owner’s decisions':
    'Minggu penghasilan yang menjadi dasar pemilik menilai usahanya',
  'Hours of a full-time week, which are one FTE':
    'Jam kerja penuh waktu per minggu, yaitu satu FTE',
  'Lead time of local wholesale': 'Tenggang pengadaan grosir lokal',
  'Lead time of imports by sea': 'Tenggang pengadaan impor lewat laut',
  'Safety stock': 'Persediaan pengaman',
  'Positions of a ranked feed (a power of two)':
    'Jumlah posisi dalam linimasa berperingkat (pangkat dua)',
  'Share of sellers who choose marketing effort': 'Bagian penjual yang memilih upaya pemasarannya',
  'Unlimited stock: textbook markets': 'Persediaan tak terbatas: pasar buku teks',
  'Exchange rate': 'Kurs',
  'Reference exchange rate of border values': 'Kurs acuan nilai di perbatasan',
  'Value added tax on imports': 'Pajak pertambahan nilai atas impor',
  'Income tax on imports': 'Pajak penghasilan atas impor',
  'Evasion cost relative to the border value':
    'Biaya menghindari bea dibanding nilai di perbatasan',
  'Handling cost per unit': 'Biaya penanganan per barang',
  'Additional duty on top of the tariff of the category': 'Bea tambahan di atas tarif kategori',
  'Value added tax': 'Pajak pertambahan nilai',
  'Turnover threshold for value added tax': 'Batas omzet wajib pajak pertambahan nilai',
  'Final income tax on turnover': 'Pajak penghasilan final atas omzet',
  'Yearly turnover free of the final income tax':
    'Omzet setahun yang bebas pajak penghasilan final',
  'Yearly turnover above which income tax falls on profit':
    'Omzet setahun yang di atasnya pajak dihitung dari laba',
  'Income tax on the part of profit earned above that turnover':
    'Pajak penghasilan atas bagian laba di atas omzet itu',
  'Pareto tail exponent of followers': 'Pangkat ekor Pareto jumlah pengikut',
  'Mean followers per creator': 'Pengikut rata-rata per kreator',
  'Elasticity of followers won to the audience (eps_a)':
    'Elastisitas pengikut baru terhadap jumlah penonton (eps_a)',
  'Share of followers kept on moving to another platform':
    'Bagian pengikut yang ikut saat pindah platform',
  'Informal earnings per hour, national mean': 'Penghasilan informal per jam, rata-rata nasional',
  'Standard deviation of log informal earnings per hour':
    'Simpangan baku log penghasilan informal per jam',
  'Weight of the latest week in what creators expect to earn':
    'Bobot minggu terakhir dalam penghasilan yang diharapkan kreator',
  'Purchases per viewer of a live session': 'Pembelian per penonton siaran langsung',
  'Items shown per week': 'Barang yang ditampilkan per minggu',
  'Share of buyers, and so of the population they represent, whatever the region is called':
    'Bagian pembeli, dan dengan itu bagian penduduk yang diwakilinya, apa pun nama wilayahnya',
  'Share of sellers': 'Bagian penjual',
  'Mean income relative to the country': 'Pendapatan rata-rata dibanding nasional',
  'Wage relative to the country': 'Upah dibanding nasional',
  'Delivery cost per online parcel': 'Ongkos kirim per paket daring',
  'Travel cost to stalls and bazaars': 'Ongkos pergi ke kios dan bazar',
  'Annual decline in the taste for offline venues':
    'Penurunan tahunan selera akan kanal penjualan luring',
  'Planned shopping occasions per buyer': 'Kesempatan belanja terencana per pembeli',
  'Mean price paid': 'Harga rata-rata yang dibayar',
  'Income elasticity of shopping occasions': 'Elastisitas kesempatan belanja terhadap pendapatan',
  'Target share of planned occasions by nest (the rest choose the outside option)':
    'Sasaran bagian kesempatan terencana menurut sarang (sisanya tidak membeli)',
  'Target share of platform sales at full reach (0: divide the remainder)':
    'Sasaran pangsa penjualan platform pada jangkauan penuh (0: membagi sisanya)',
  'Market share in this category relative to the venue’s average':
    'Pangsa pasar di kategori ini dibanding rata-rata kanal penjualan',
  'Preference for local goods': 'Kesukaan akan barang lokal',
  'Effect of popularity on utility (social influence)':
    'Pengaruh kepopuleran pada utilitas (pengaruh sosial)',
  'Disutility of waiting time': 'Kerugian utilitas karena menunggu',
  'Standard deviation of quality across sellers': 'Simpangan baku mutu antarpenjual',
  'Material cost per unit': 'Biaya bahan per barang',
  'Output per full-time worker': 'Hasil per pekerja penuh waktu',
  'CIF value of an imported unit': 'Nilai CIF satu barang impor',
  'Import duty': 'Bea masuk',
  'Wholesale mark-up factor of producers over unit cost':
    'Faktor margin grosir produsen di atas biaya per unit',
  'Wholesale mark-up factor of importers over landed cost':
    'Faktor laba grosir importir di atas biaya sampai gudang',
  'Share of resellers selling imports': 'Bagian pengecer yang menjual barang impor',
  'Share of offline traders selling imports': 'Bagian pedagang luring yang menjual barang impor',
  'Share of producers making to order': 'Bagian produsen yang membuat pesanan khusus',
  'Ease of copying': 'Kemudahan ditiru',
  'Dissimilarity of a copy and its original (tau)': 'Ketidakmiripan tiruan dengan aslinya (tau)',
  'Utility constant of the outside option where it is not calibrated':
    'Tetapan utilitas tidak membeli bila tidak dikalibrasi',
  'Utility constant of a nest where it is not calibrated':
    'Tetapan utilitas sarang bila tidak dikalibrasi',
  'Pieces handled per full-time worker': 'Barang yang ditangani per pekerja penuh waktu',
  'Consideration-set size (K)': 'Ukuran himpunan pertimbangan (K)',
  'Scale of taste heterogeneity relative to platforms': 'Skala keragaman selera dibanding platform',
  'State dependence: utility of the venue used last':
    'Kebiasaan: utilitas kanal penjualan yang terakhir dipakai',
  'Standard deviation of venue tastes across buyers':
    'Simpangan baku selera kanal penjualan antarpembeli',
  'Accessible to online shoppers only': 'Hanya untuk pembelanja daring',
  'Subject to the offline trend': 'Terkena tren luring',
  'Overhead staff, independent of orders': 'Staf tetap, tidak bergantung pada pesanan',
  Nest: 'Sarang',
  Owner: 'Pemilik',
  'Counts as an e-commerce platform': 'Terhitung sebagai platform e-commerce',
  'Counts as online': 'Terhitung daring',
  'Buyers see only sellers of their own region': 'Pembeli hanya melihat penjual di wilayahnya',
  'Has live streaming': 'Memiliki siaran langsung',
  'Pays creators a commission on orders': 'Membayar kreator komisi atas pesanan',
  'Sells goods made to order': 'Menjual barang pesanan khusus',
  'Share of the price of goods made to order that is paid at delivery; the rest is the deposit':
    'Bagian harga pesanan khusus yang dibayar saat barang tiba; sisanya uang muka',
  'Events with stalls take place here (one venue)':
    'Acara dengan kios berlangsung di sini (satu tempat)',
  'Counts as a marketplace in the ranking of sales channels':
    'Terhitung lokapasar dalam urutan kanal penjualan',
  'Buyers travel to it': 'Pembeli datang ke sana',
  'Parcels are delivered by courier': 'Paket diantar kurir',
  'Pieces of an order, over which delivery, trip, subsidy, fixed fee and operating cost are divided':
    'Barang dalam satu pesanan, pembagi ongkos kirim, perjalanan, subsidi, biaya tetap, dan biaya operasi',
  'Reach: share of eventual accounts and viewing hours attained':
    'Jangkauan: bagian akun dan jam tonton akhir yang sudah dicapai',
  'Share of online shoppers with an account': 'Bagian pembelanja daring yang memiliki akun',
  'Account ownership rises with affinity for live shopping':
    'Kepemilikan akun naik bersama kegemaran siaran langsung',
  'Target share of platform sales': 'Sasaran pangsa penjualan platform',
  'Fixed fee per order': 'Biaya tetap per pesanan',
  'Buyer subsidy per order': 'Subsidi pembeli per pesanan',
  'Largest buyer subsidy per order that is allowed':
    'Subsidi pembeli per pesanan terbesar yang diperbolehkan',
  'Worth of an order to the platform beyond its fee where it is not calibrated (0: it does not answer)':
    'Nilai pesanan bagi platform di luar biayanya bila tidak dikalibrasi (0: tidak menanggapi)',
  'Operating cost of the platform per order': 'Biaya operasi platform per pesanan',
  'Platform staffing ratio': 'Rasio staf platform',
  'Impulse viewing hours relative to the mean': 'Jam tonton linimasa belanja dibanding rata-rata',
  'Share of streaming sellers who stream here': 'Bagian penjual bersiaran yang bersiaran di sini',
  'Weight of popularity in feed ranking': 'Bobot kepopuleran dalam urutan linimasa',
  'Weight of low prices in feed ranking': 'Bobot harga murah dalam urutan linimasa',
  'Weight of local goods in feed ranking': 'Bobot barang lokal dalam urutan linimasa',
  'Weight of own-label goods in feed ranking': 'Bobot merek sendiri platform dalam urutan linimasa',
  'Rate of copying best sellers under its own label':
    'Laju meniru barang terlaris dengan merek sendiri',
  'May use sellers’ data for own goods': 'Boleh memakai data penjual untuk barang sendiri',
  'Share of imported listings removed': 'Bagian barang impor yang diturunkan dari etalase',
  'Share of marketplace sellers initially here': 'Bagian penjual lokapasar yang mulanya di sini',
  'Share of chat-only sellers initially here': 'Bagian penjual lewat obrolan yang mulanya di sini',
  'Share of offline sellers initially here': 'Bagian penjual luring yang mulanya di sini',
  'Share of its sellers initially on no other platform':
    'Bagian penjualnya yang mulanya tidak di platform lain',
  'Time cost of maintaining a shop': 'Waktu untuk mengurus toko',
  'Log odds of opening a shop at a review, seller already online':
    'Log odds membuka toko saat peninjauan, penjual yang sudah daring',
  'Log odds of opening a shop at a review, offline seller':
    'Log odds membuka toko saat peninjauan, penjual luring',
  'Announced to close': 'Diumumkan akan ditutup',
  'Venue of attention': 'Kanal perhatian pembeli',
  'Venue of checkout': 'Kanal pembayaran',
  'Open share of the day': 'Bagian hari rute terbuka',
  'Feed displays the goods of the checkout venue as its own':
    'Linimasa menampilkan barang kanal pembayaran seperti miliknya',
  'Share of feed accounts valid at the checkout venue':
    'Bagian akun linimasa yang berlaku di kanal pembayaran',
  'Common seller tools at both ends': 'Alat penjual yang sama di kedua ujung',
  'Open share of the day for planned purchases only (negative: same as for all purchases)':
    'Bagian hari terbuka untuk belanja terencana saja (negatif: sama dengan semua pembelian)',
  'Share of sampled sellers on marketplaces': 'Bagian penjual sampel di lokapasar',
  'Share of sampled sellers online by chat only':
    'Bagian penjual sampel yang daring lewat obrolan saja',
  'Family labour per firm': 'Tenaga keluarga per usaha',
  'Rent of an average location, as a share of average revenue':
    'Sewa lokasi rata-rata, sebagai bagian omzet rata-rata',
  'Fixed cost besides rent: tools, power and data, licences, levies':
    'Biaya tetap selain sewa: alat, listrik dan data, izin, pungutan',
  Region: 'Wilayah',
  Category: 'Kategori',
  'Kind of seller': 'Jenis penjual',
  'Share of the sellers of this region, category and kind':
    'Bagian dari penjual wilayah, kategori, dan jenis ini',
  'Rent relative to other locations': 'Sewa dibanding lokasi lain',
  'Presence on streaming venues relative to other sellers':
    'Kehadiran di kanal bersiaran dibanding penjual lain',
  'Presence on other platforms relative to other sellers':
    'Kehadiran di platform lain dibanding penjual lain',
  'Additional presence factor at a venue': 'Faktor kehadiran tambahan di suatu kanal penjualan',
  Capacity: 'Kapasitas',
  'Take-up rate among invited firms': 'Tingkat penerimaan usaha yang diundang',
  'Completion rate among enrolled firms': 'Tingkat kelulusan usaha yang ikut',
  'Priority: -1 smallest turnover first, 0 random, 1 largest first':
    'Urutan: -1 omzet terkecil dulu, 0 acak, 1 terbesar dulu',
  'Region eligible': 'Wilayah berhak',
  'Cluster eligible': 'Sentra berhak',
  'Firms outside clusters eligible': 'Usaha di luar sentra berhak',
  'Kind of seller eligible': 'Jenis penjual berhak',
  'Gain in digital skill': 'Tambahan kecakapan digital',
  'Gain in perceived quality from better marketing': 'Tambahan kesan mutu berkat pemasaran',
  'Gain of a licensed firm on marketplaces: perceived quality and ease of opening a shop':
    'Tambahan usaha berizin di lokapasar: kesan mutu dan kemudahan membuka toko',
  'Labour productivity gain from equipment': 'Tambahan produktivitas kerja berkat peralatan',
  'Distribution of the shops it opens, by venue':
    'Pembagian toko yang dibukanya menurut kanal penjualan',
  'Public cost per enrolled firm': 'Biaya negara per usaha peserta',
  'Events held': 'Acara yang diadakan',
  'Duration of an event': 'Lama satu acara',
  'Visitors in addition to usual bazaar visitors': 'Pengunjung di luar pengunjung bazar biasa',
  'Share of visitors who buy': 'Bagian pengunjung yang membeli',
  'Displaced share of visitors’ purchases':
    'Bagian belanja pengunjung yang menggantikan belanja lain',
  'Stalls reserved for small firms without a stall':
    'Kios yang disediakan bagi usaha kecil tanpa kios',
  Kind: 'Jenis',
  Venue: 'Kanal penjualan',
  'Owner (a seller of this list)': 'Pemilik (seorang penjual dalam daftar ini)',
  'Unit cost': 'Biaya per unit',
  'Quality (delta, classical form)': 'Mutu (delta, bentuk klasik)',
  'Fixed price (0: set by the pricing rule)': 'Harga tetap (0: menurut aturan harga)',
  'Initial price (0: twice the unit cost)': 'Harga awal (0: dua kali biaya per unit)',
  'Firms represented': 'Usaha yang diwakili',
  'Sells imported goods': 'Menjual barang impor',
  'Makes to order': 'Membuat pesanan khusus',
  'Production capacity (0: unlimited)': 'Kapasitas produksi (0: tak terbatas)',
  'Initially closed': 'Mulanya tutup',
  'Spread of the Lebaran season': 'Lebar musim Lebaran',
  'Lead of the peak before Lebaran': 'Jarak puncak sebelum Lebaran',
  'Planned occasions of online shoppers on a double date':
    'Kesempatan terencana pembelanja daring pada tanggal kembar',
  'Impulse occasions on a double date': 'Kesempatan impulsif pada tanggal kembar',
  'Dip in occasions around a double date': 'Turunnya kesempatan di sekitar tanggal kembar',
  'Days before and after a double date in which occasions dip':
    'Hari sebelum dan sesudah tanggal kembar ketika kesempatan turun',
  'Month of the first double date of a year': 'Bulan tanggal kembar pertama dalam setahun',
  'Elasticity of impulse exposures in a feed with respect to its viewers':
    'Elastisitas paparan impulsif di linimasa terhadap penontonnya',
  'Largest factor by which viewers of a feed multiply its exposures':
    'Faktor terbesar yang dengannya penonton melipatkan paparan linimasa',
  'Live hours follow earnings': 'Jam siaran mengikuti penghasilan',
  'Longest live hours per creator (h_max)': 'Jam siaran terlama per kreator (h_max)',
  'Elasticity of live hours to earnings per hour, at few hours (eps_h)':
    'Elastisitas jam siaran terhadap penghasilan per jam, pada jam sedikit (eps_h)',
  'Share of the gap to desired live hours closed per week':
    'Bagian selisih ke jam siaran yang diinginkan yang ditutup per minggu',
  'Rate at which creators review their platform': 'Laju kreator meninjau platformnya',
  'Scale of the choice of platform, in log earnings':
    'Skala pilihan platform, dalam log penghasilan',
  'Stay bonus of the creator’s own platform': 'Nilai tambah bertahan di platform sendiri',
  'Reduction in expected earnings after a closure is announced':
    'Penurunan penghasilan yang diharapkan setelah penutupan diumumkan',
  'Live hours from which a creator learns the earnings of an hour':
    'Jam siaran yang cukup bagi kreator untuk tahu hasil satu jam',
  'Exploration share of attention': 'Bagian perhatian untuk hal baru',
  'Share of followers lost per week': 'Bagian pengikut yang hilang per minggu',
  'Live-session viewers per week, all venues at full reach':
    'Penonton siaran langsung per minggu, semua kanal pada jangkauan penuh',
  'Elasticity of total viewing to creators’ hours':
    'Elastisitas jumlah tontonan terhadap jam kreator',
  'Hazard that a trader tries streaming when sales fall to zero':
    'Peluang sesaat pedagang mencoba siaran saat penjualan menjadi nol',
  'Hours of own live sessions': 'Jam siaran langsung sendiri',
  'Cost per live hour': 'Biaya per jam siaran',
  'Followers of a trader at the first session': 'Pengikut pedagang pada siaran pertamanya',
  'Share of a trader’s followers lost per week': 'Bagian pengikut pedagang yang hilang per minggu',
  'Loss-making weeks before quitting streaming': 'Minggu merugi sebelum berhenti bersiaran',
  'Period of recent sales that a trader considers':
    'Jangka waktu hitungan pemasukan terakhir pedagang',
  'Cash of a trader who begins with sessions, relative to their cost until the first review':
    'Kas pedagang yang mulai bersiaran, dibanding biayanya sampai ia menilainya',
  'Part of the chance of an account that goes with live affinity, where accounts follow it':
    'Bagian peluang memiliki akun yang mengikuti kegemaran siaran, bila akun mengikutinya',
  'Largest share of shoppers of one affinity who hold an account, where accounts follow it':
    'Bagian terbesar pembelanja dengan kegemaran yang sama yang memiliki akun, bila akun mengikutinya',
  'Utility gain from being shown by a creator': 'Tambahan utilitas karena ditampilkan kreator',
  'Items that a creator looks at in a week before choosing':
    'Barang yang dilihat kreator per minggu sebelum memilih',
  'Utility gain per log point of relative audience':
    'Tambahan utilitas per poin log penonton relatif',
  'Exit hazard': 'Peluang sesaat tutup',
  'Weeks of insolvency before exit': 'Minggu tak mampu membayar sebelum tutup',
  'Entry hazard of a vacant slot': 'Peluang sesaat tempat kosong terisi',
  'Response of entry and restart to peers’ profit (phi)':
    'Tanggapan masuk dan buka kembali terhadap laba sesama (phi)',
  'Weight of the latest week in peers’ profit': 'Bobot minggu terakhir dalam laba sesama',
  'Share of owners who earn less than they ask, before any policy; 0: nobody asks':
    'Bagian pemilik yang berpenghasilan di bawah tuntutannya, sebelum kebijakan; 0: tanpa tuntutan',
  'Rise of the exit hazard with each month short, relative (gamma)':
    'Kenaikan relatif peluang tutup dengan tiap bulan kekurangan (gamma)',
  'Months short that raise the exit hazard at most':
    'Bulan kekurangan terbanyak yang menaikkan peluang tutup',
  'Exit hazard in the first year, relative to later':
    'Peluang tutup pada tahun pertama, dibanding sesudahnya',
  'Exit hazard of resellers and traders relative to producers and importers':
    'Peluang tutup pengecer dan pedagang dibanding produsen dan importir',
  'Restart hazard of an idle producer': 'Peluang sesaat produsen yang berhenti mulai lagi',
  'Response of rent to the quality of an entrant': 'Tanggapan sewa terhadap mutu pendatang baru',
  'Spread of perceived price sensitivity': 'Sebaran kepekaan harga yang dirasakan penjual',
  'Lowest commission that firms offer creators, before the source of their goods counts':
    'Komisi terendah yang ditawarkan usaha kepada kreator, sebelum asal barang diperhitungkan',
  'Width of the range of commissions that firms offer creators':
    'Lebar rentang komisi yang ditawarkan usaha kepada kreator',
  'Commission to creators offered on imports, relative':
    'Komisi kreator untuk barang impor, relatif',
  'Commission to creators offered on local goods, relative':
    'Komisi kreator untuk barang lokal, relatif',
  'Spread of rents between firms of one place on the first day':
    'Sebaran sewa antarusaha di satu kanal pada hari pertama',
  'Weeks after which earnings of a firm count for what owners ask':
    'Minggu sebelum penghasilan usaha ikut menentukan tuntutan pemilik',
  'Least part of the exit hazard that is left to firms that can pay, before any policy':
    'Bagian terkecil peluang tutup bagi usaha yang mampu membayar, sebelum kebijakan',
  'Weeks over which the mean exit hazard is seen, before the calibration date':
    'Minggu untuk melihat rata-rata peluang tutup, sebelum tanggal kalibrasi',
  'Idle producers on the first day, relative to those who earn less than they ask':
    'Produsen berhenti pada hari pertama, dibanding yang berpenghasilan di bawah tuntutannya',
  'Annual depreciation of training gains': 'Penyusutan tahunan hasil pelatihan',
  'Largest feedback of popularity on sales that is reckoned with, in rank and taste together':
    'Umpan balik kepopuleran terbesar pada penjualan yang diperhitungkan, peringkat dan selera bersama',
  'Lag from the choice of a best seller to the listing of its copy':
    'Jeda dari pemilihan barang terlaris sampai tiruannya dijual',
  'Quality gap between a copy and the original': 'Selisih mutu tiruan dan aslinya',
  'Response of copying to popularity': 'Tanggapan peniruan terhadap kepopuleran',
  'Interval at which a platform chooses best sellers to copy':
    'Selang waktu platform memilih barang terlaris untuk ditiru',
  'Relative ease of copying made-to-order goods': 'Kemudahan relatif meniru barang pesanan khusus',
  'Turnover ceiling for a reserved stall': 'Batas omzet untuk kios yang disediakan',
  'Response of own sales to marketing hours (zeta)':
    'Tanggapan penjualan sendiri terhadap jam pemasaran (zeta)',
  'Effort scale': 'Skala upaya',
  'Maximum hours': 'Jam terbanyak',
  'Weekly adjustment rate': 'Laju penyesuaian mingguan',
  'Weight of the latest week in the margin': 'Bobot minggu terakhir dalam marjin',
  'Response of shop opening to peers’ profit': 'Tanggapan pembukaan toko terhadap laba sesama',
  'Peers’ profit about which its effect on shop opening bends':
    'Laba usaha sejenis yang menjadi titik belok pengaruhnya pada pembukaan toko',
  'Effect of digital skill on shop opening': 'Pengaruh kecakapan digital pada pembukaan toko',
  'Reviews in a row without profit after which a shop may close':
    'Peninjauan berturut-turut tanpa laba sebelum toko dapat tutup',
  'Review rate after a closure is announced, relative':
    'Laju peninjauan setelah penutupan diumumkan, relatif',
  'Weight of the latest week in shop profit': 'Bobot minggu terakhir dalam laba toko',
  'Time over which sales of a shop are remembered': 'Jangka waktu penjualan toko diingat',
  'Scale of the noise in the log of the gain that a searching seller expects of a venue':
    'Skala derau dalam log keuntungan yang diharapkan penjual pencari dari suatu kanal',
  'Shops of the sample by which the median of peers at a venue is drawn to that of all':
    'Banyaknya toko sampel yang menarik median usaha sejenis di suatu kanal ke median semua',
  'Share of searching sellers who look at all venues alike, whether or not peers sell there':
    'Bagian penjual pencari yang memandang semua kanal sama, ada atau tidak ada usaha sejenis di sana',
  'Cost of opening a shop, in money and time': 'Biaya membuka toko, dalam uang dan waktu',
  'Time over which a searching seller wants the cost of opening back':
    'Jangka waktu penjual pencari ingin biaya pembukaan kembali',
  'Shops opened by the first day in addition to the initial ones, relative to the largest class at the venue':
    'Toko yang sudah dibuka pada hari pertama selain yang awal, dibanding kelas terbesar di kanal itu',
  'Adjustment rate of the calibrated odds of opening':
    'Laju penyesuaian odds pembukaan yang dikalibrasi',
  'Weight of the latest week in expected demand':
    'Bobot minggu terakhir dalam permintaan yang diharapkan',
  'Initial demand expectation of an entrant relative to similar firms':
    'Harapan permintaan awal pendatang baru dibanding usaha serupa',
  'Rate of sourcing reviews': 'Laju peninjauan pemasok',
  'Hazard of switching supplier': 'Peluang sesaat berganti pemasok',
  'State dependence of sourcing (rho)': 'Kebiasaan dalam memilih pemasok (rho)',
  'Weight of the latest week in the market share': 'Bobot minggu terakhir dalam pangsa pasar',
  'Weight of the latest week in the expected share of orders with commission':
    'Bobot minggu terakhir dalam bagian pesanan berkomisi yang diharapkan',
  'Orders of its own as telling as what similar shops pay':
    'Pesanan sendiri yang sama menjelaskannya dengan yang dibayar toko serupa',
  'Prices are unit cost plus a fixed percentage':
    'Harga adalah biaya per unit ditambah persentase tetap',
  'Adjustment rate at a review (eta)': 'Laju penyesuaian saat peninjauan (eta)',
  'Response of the mark-up to unsold stock (nu)':
    'Tanggapan margin terhadap barang tak terjual (nu)',
  'Mark-up reduction at a venue announced to close':
    'Penurunan margin di kanal yang diumumkan akan ditutup',
  'Market-share threshold for strategic pricing':
    'Batas pangsa pasar untuk penetapan harga strategis',
  'Largest part of a price that is mark-up, of sellers who price at cost plus':
    'Bagian terbesar harga yang berupa selisih, pada penjual dengan harga biaya-plus',
  'Weekly decay rate of popularity': 'Laju pudar kepopuleran per minggu',
  'Largest share of a list’s exposure that live sessions take':
    'Bagian terbesar paparan daftar yang diambil siaran langsung',
  'Weekly adjustment rate, initially': 'Laju penyesuaian mingguan, mula-mula',
  'Weekly adjustment rate, later': 'Laju penyesuaian mingguan, kemudian',
  'Trend of platforms’ shares still to come after calibration, relative to a year of it':
    'Tren pangsa platform yang masih tersisa setelah kalibrasi, dibanding setahun',
  'Weight of the latest week in the trend of platforms’ shares':
    'Bobot minggu terakhir dalam tren pangsa platform',
  'Platforms answer with subsidies (false: subsidies are as given)':
    'Platform menanggapi dengan subsidi (false: subsidi seperti ditentukan)',
  'Part of the way to the best subsidy that a platform goes in a month':
    'Bagian jalan menuju subsidi terbaik yang ditempuh platform dalam sebulan',
  'Worth of an order to rivals per share of customers who lost their platform (g)':
    'Nilai pesanan bagi pesaing per bagian pelanggan yang kehilangan platformnya (g)',
  'Customers who lost their platform and settle elsewhere in a month':
    'Pelanggan yang kehilangan platform dan menetap di kanal lain dalam sebulan',
  'Interval at which platforms review their subsidies': 'Selang waktu platform meninjau subsidinya',
  'Most that subsidies may cost in a year, relative to the time of calibration':
    'Biaya subsidi terbesar setahun, dibanding saat kalibrasi',
  'Weight of the latest week in a platform’s view of its market':
    'Bobot minggu terakhir dalam pandangan platform atas pasarnya',
  'Trade credit': 'Kredit dagang',
  'Minimum family labour to keep a stall open': 'Tenaga keluarga terkecil agar kios tetap buka',
  'Time to close an inventory gap, in planned labour':
    'Waktu menutup selisih persediaan, dalam rencana tenaga kerja',
  'Largest share of its paid work that a firm in debt keeps from week to week':
    'Bagian terbesar pekerjaan berupah yang dipertahankan usaha berutang dari minggu ke minggu',
  'Time in which a made-to-order producer wants to complete its orders':
    'Waktu produsen pesanan khusus ingin menyelesaikan pesanannya',
  'Weight of the latest week in the yearly turnover by which a firm is taxed':
    'Bobot minggu terakhir dalam omzet setahun dasar pajak usaha',
  'Cash buffer before owner withdrawals': 'Cadangan kas sebelum pemilik mengambil uang',
  'Share of excess cash withdrawn per week': 'Bagian kelebihan kas yang diambil per minggu',
  'Share of outside earnings that an owner puts into a firm in debt':
    'Bagian penghasilan luar yang ditanamkan pemilik ke usaha berutang',
  'Cash of a firm on the first day': 'Kas usaha pada hari pertama',
  'Hours a week from which a creator is at work and counts as a head':
    'Jam per minggu yang membuat kreator terhitung bekerja sebagai satu orang',
  'Parcels delivered per courier': 'Paket yang diantar per kurir',
  'Courier wage': 'Upah kurir',
  'Platform wage relative to small firms': 'Upah platform dibanding usaha kecil',
  'Semi-elasticity of job finding to unemployment, negative':
    'Semi-elastisitas mendapat pekerjaan terhadap pengangguran, negatif',
  'Recovery rate of the wage after a job loss': 'Laju pemulihan upah setelah kehilangan pekerjaan',
  'Response of wages to unemployment (kappa_w)': 'Tanggapan upah terhadap pengangguran (kappa_w)',
  'Weeks of the run-in in which firms find their size, with people from work outside':
    'Minggu masa awal saat usaha menemukan ukurannya, dengan orang dari pekerjaan di luar pasar',
  'Weight of the latest week in what a pool usually pays, before the calibration date':
    'Bobot minggu terakhir dalam upah lazim suatu pasar kerja, sebelum tanggal kalibrasi',
  'Budgets follow income and deposits': 'Anggaran mengikuti pendapatan dan simpanan',
  'Weeks over which it is seen what households usually buy, before the calibration date':
    'Minggu untuk melihat belanja lazim rumah tangga, sebelum tanggal kalibrasi',
  'Largest budget of a household, relative to normal':
    'Anggaran rumah tangga terbesar, dibanding biasanya',
  'Smallest budget of a household, relative to normal':
    'Anggaran rumah tangga terkecil, dibanding biasanya',
  'Largest share of plans that impulse orders displace; beyond it they are additional':
    'Bagian terbesar rencana yang digantikan pesanan impulsif; selebihnya menjadi tambahan',
  'Time to close an inventory gap': 'Waktu menutup selisih persediaan',
  // Units.
  buyers: 'pembeli',
  sellers: 'penjual',
  creators: 'kreator',
  runs: 'simulasi',
  '1/kRp': '1/ribu rupiah',
  '1/week': '1/minggu',
  utils: 'satuan utilitas',
  purchases: 'pembelian',
  'kRp/week': 'ribu rupiah/minggu',
  elasticity: 'elastisitas',
  'weeks of income': 'minggu pendapatan',
  'people/firm': 'orang/usaha',
  'kRp/FTE-week': 'ribu rupiah/FTE per minggu',
  'hours/week': 'jam/minggu',
  slots: 'posisi',
  'kRp/US$': 'ribu rupiah/US$',
  kRp: 'ribu rupiah',
  'mRp/year': 'juta rupiah/tahun',
  exponent: 'pangkat',
  'kRp/hour': 'ribu rupiah/jam',
  items: 'barang',
  'log odds/year': 'log odds/tahun',
  'log odds/week': 'log odds/minggu',
  'pieces/FTE-week': 'barang/FTE per minggu',
  'pieces/order': 'barang/pesanan',
  'FTE per 1000 orders a week': 'FTE per 1.000 pesanan per minggu',
  'kRp/firm': 'ribu rupiah/usaha',
  'events/week': 'acara/minggu',
  days: 'hari',
  'people/event-day': 'orang/hari acara',
  firms: 'usaha',
  'pieces/week': 'barang/minggu',
  '1/month': '1/bulan',
  months: 'bulan',
  'month of the year': 'bulan dalam setahun',
  reviews: 'peninjauan',
  'log points': 'poin log',
  shops: 'toko',
  orders: 'pesanan',
  'share/month': 'bagian/bulan',
  'weeks of expected sales': 'minggu penjualan yang diharapkan',
  'weeks of cost': 'minggu biaya',
  'weeks of revenue': 'minggu omzet',
  'parcels/FTE-week': 'paket/FTE per minggu',
  'log/share': 'log/bagian',
  '1/year': '1/tahun',
}

package unicode

// Which tables namedTable looks into.
const (
	categories = iota
	scripts
	properties
	foldCategories
	foldScripts
)

// tableRanges returns the fields of a RangeTable.
func tableRanges(kind int, name string) (r16 []Range16, r32 []Range32, latinOffset int)

// tableNames returns the names of the tables of a kind, separated by spaces.
func tableNames(kind int) string

// caseData returns five numbers for each CaseRange.
func caseData() []int32

func namedTable(kind int, name string) *RangeTable {
	r16, r32, latinOffset := tableRanges(kind, name)
	return &RangeTable{r16, r32, latinOffset}
}

func namedTables(kind int) map[string]*RangeTable {
	tables := map[string]*RangeTable{}
	names := tableNames(kind)
	for start, i := 0, 0; i <= len(names); i++ {
		if i == len(names) || names[i] == ' ' {
			tables[names[start:i]] = namedTable(kind, names[start:i])
			start = i + 1
		}
	}
	return tables
}

// Categories has the tables of the categories by their short names.
var Categories = map[string]*RangeTable{
	"C":  C,
	"Cc": Cc,
	"Cf": Cf,
	"Cn": Cn,
	"Co": Co,
	"Cs": Cs,
	"L":  L,
	"LC": LC,
	"Ll": Ll,
	"Lm": Lm,
	"Lo": Lo,
	"Lt": Lt,
	"Lu": Lu,
	"M":  M,
	"Mc": Mc,
	"Me": Me,
	"Mn": Mn,
	"N":  N,
	"Nd": Nd,
	"Nl": Nl,
	"No": No,
	"P":  P,
	"Pc": Pc,
	"Pd": Pd,
	"Pe": Pe,
	"Pf": Pf,
	"Pi": Pi,
	"Po": Po,
	"Ps": Ps,
	"S":  S,
	"Sc": Sc,
	"Sk": Sk,
	"Sm": Sm,
	"So": So,
	"Z":  Z,
	"Zl": Zl,
	"Zp": Zp,
	"Zs": Zs,
}

// CategoryAliases has the short names of the categories by their long ones.
var CategoryAliases = map[string]string{
	"Cased_Letter":          "LC",
	"Close_Punctuation":     "Pe",
	"Combining_Mark":        "M",
	"Connector_Punctuation": "Pc",
	"Control":               "Cc",
	"Currency_Symbol":       "Sc",
	"Dash_Punctuation":      "Pd",
	"Decimal_Number":        "Nd",
	"Enclosing_Mark":        "Me",
	"Final_Punctuation":     "Pf",
	"Format":                "Cf",
	"Initial_Punctuation":   "Pi",
	"Letter":                "L",
	"Letter_Number":         "Nl",
	"Line_Separator":        "Zl",
	"Lowercase_Letter":      "Ll",
	"Mark":                  "M",
	"Math_Symbol":           "Sm",
	"Modifier_Letter":       "Lm",
	"Modifier_Symbol":       "Sk",
	"Nonspacing_Mark":       "Mn",
	"Number":                "N",
	"Open_Punctuation":      "Ps",
	"Other":                 "C",
	"Other_Letter":          "Lo",
	"Other_Number":          "No",
	"Other_Punctuation":     "Po",
	"Other_Symbol":          "So",
	"Paragraph_Separator":   "Zp",
	"Private_Use":           "Co",
	"Punctuation":           "P",
	"Separator":             "Z",
	"Space_Separator":       "Zs",
	"Spacing_Mark":          "Mc",
	"Surrogate":             "Cs",
	"Symbol":                "S",
	"Titlecase_Letter":      "Lt",
	"Unassigned":            "Cn",
	"Uppercase_Letter":      "Lu",
	"cntrl":                 "Cc",
	"digit":                 "Nd",
	"punct":                 "P",
}

// Scripts has the tables of the scripts by name.
var Scripts = map[string]*RangeTable{
	"Adlam":                  Adlam,
	"Ahom":                   Ahom,
	"Anatolian_Hieroglyphs":  Anatolian_Hieroglyphs,
	"Arabic":                 Arabic,
	"Armenian":               Armenian,
	"Avestan":                Avestan,
	"Balinese":               Balinese,
	"Bamum":                  Bamum,
	"Bassa_Vah":              Bassa_Vah,
	"Batak":                  Batak,
	"Bengali":                Bengali,
	"Bhaiksuki":              Bhaiksuki,
	"Bopomofo":               Bopomofo,
	"Brahmi":                 Brahmi,
	"Braille":                Braille,
	"Buginese":               Buginese,
	"Buhid":                  Buhid,
	"Canadian_Aboriginal":    Canadian_Aboriginal,
	"Carian":                 Carian,
	"Caucasian_Albanian":     Caucasian_Albanian,
	"Chakma":                 Chakma,
	"Cham":                   Cham,
	"Cherokee":               Cherokee,
	"Chorasmian":             Chorasmian,
	"Common":                 Common,
	"Coptic":                 Coptic,
	"Cuneiform":              Cuneiform,
	"Cypriot":                Cypriot,
	"Cypro_Minoan":           Cypro_Minoan,
	"Cyrillic":               Cyrillic,
	"Deseret":                Deseret,
	"Devanagari":             Devanagari,
	"Dives_Akuru":            Dives_Akuru,
	"Dogra":                  Dogra,
	"Duployan":               Duployan,
	"Egyptian_Hieroglyphs":   Egyptian_Hieroglyphs,
	"Elbasan":                Elbasan,
	"Elymaic":                Elymaic,
	"Ethiopic":               Ethiopic,
	"Georgian":               Georgian,
	"Glagolitic":             Glagolitic,
	"Gothic":                 Gothic,
	"Grantha":                Grantha,
	"Greek":                  Greek,
	"Gujarati":               Gujarati,
	"Gunjala_Gondi":          Gunjala_Gondi,
	"Gurmukhi":               Gurmukhi,
	"Han":                    Han,
	"Hangul":                 Hangul,
	"Hanifi_Rohingya":        Hanifi_Rohingya,
	"Hanunoo":                Hanunoo,
	"Hatran":                 Hatran,
	"Hebrew":                 Hebrew,
	"Hiragana":               Hiragana,
	"Imperial_Aramaic":       Imperial_Aramaic,
	"Inherited":              Inherited,
	"Inscriptional_Pahlavi":  Inscriptional_Pahlavi,
	"Inscriptional_Parthian": Inscriptional_Parthian,
	"Javanese":               Javanese,
	"Kaithi":                 Kaithi,
	"Kannada":                Kannada,
	"Katakana":               Katakana,
	"Kawi":                   Kawi,
	"Kayah_Li":               Kayah_Li,
	"Kharoshthi":             Kharoshthi,
	"Khitan_Small_Script":    Khitan_Small_Script,
	"Khmer":                  Khmer,
	"Khojki":                 Khojki,
	"Khudawadi":              Khudawadi,
	"Lao":                    Lao,
	"Latin":                  Latin,
	"Lepcha":                 Lepcha,
	"Limbu":                  Limbu,
	"Linear_A":               Linear_A,
	"Linear_B":               Linear_B,
	"Lisu":                   Lisu,
	"Lycian":                 Lycian,
	"Lydian":                 Lydian,
	"Mahajani":               Mahajani,
	"Makasar":                Makasar,
	"Malayalam":              Malayalam,
	"Mandaic":                Mandaic,
	"Manichaean":             Manichaean,
	"Marchen":                Marchen,
	"Masaram_Gondi":          Masaram_Gondi,
	"Medefaidrin":            Medefaidrin,
	"Meetei_Mayek":           Meetei_Mayek,
	"Mende_Kikakui":          Mende_Kikakui,
	"Meroitic_Cursive":       Meroitic_Cursive,
	"Meroitic_Hieroglyphs":   Meroitic_Hieroglyphs,
	"Miao":                   Miao,
	"Modi":                   Modi,
	"Mongolian":              Mongolian,
	"Mro":                    Mro,
	"Multani":                Multani,
	"Myanmar":                Myanmar,
	"Nabataean":              Nabataean,
	"Nag_Mundari":            Nag_Mundari,
	"Nandinagari":            Nandinagari,
	"New_Tai_Lue":            New_Tai_Lue,
	"Newa":                   Newa,
	"Nko":                    Nko,
	"Nushu":                  Nushu,
	"Nyiakeng_Puachue_Hmong": Nyiakeng_Puachue_Hmong,
	"Ogham":                  Ogham,
	"Ol_Chiki":               Ol_Chiki,
	"Old_Hungarian":          Old_Hungarian,
	"Old_Italic":             Old_Italic,
	"Old_North_Arabian":      Old_North_Arabian,
	"Old_Permic":             Old_Permic,
	"Old_Persian":            Old_Persian,
	"Old_Sogdian":            Old_Sogdian,
	"Old_South_Arabian":      Old_South_Arabian,
	"Old_Turkic":             Old_Turkic,
	"Old_Uyghur":             Old_Uyghur,
	"Oriya":                  Oriya,
	"Osage":                  Osage,
	"Osmanya":                Osmanya,
	"Pahawh_Hmong":           Pahawh_Hmong,
	"Palmyrene":              Palmyrene,
	"Pau_Cin_Hau":            Pau_Cin_Hau,
	"Phags_Pa":               Phags_Pa,
	"Phoenician":             Phoenician,
	"Psalter_Pahlavi":        Psalter_Pahlavi,
	"Rejang":                 Rejang,
	"Runic":                  Runic,
	"Samaritan":              Samaritan,
	"Saurashtra":             Saurashtra,
	"Sharada":                Sharada,
	"Shavian":                Shavian,
	"Siddham":                Siddham,
	"SignWriting":            SignWriting,
	"Sinhala":                Sinhala,
	"Sogdian":                Sogdian,
	"Sora_Sompeng":           Sora_Sompeng,
	"Soyombo":                Soyombo,
	"Sundanese":              Sundanese,
	"Syloti_Nagri":           Syloti_Nagri,
	"Syriac":                 Syriac,
	"Tagalog":                Tagalog,
	"Tagbanwa":               Tagbanwa,
	"Tai_Le":                 Tai_Le,
	"Tai_Tham":               Tai_Tham,
	"Tai_Viet":               Tai_Viet,
	"Takri":                  Takri,
	"Tamil":                  Tamil,
	"Tangsa":                 Tangsa,
	"Tangut":                 Tangut,
	"Telugu":                 Telugu,
	"Thaana":                 Thaana,
	"Thai":                   Thai,
	"Tibetan":                Tibetan,
	"Tifinagh":               Tifinagh,
	"Tirhuta":                Tirhuta,
	"Toto":                   Toto,
	"Ugaritic":               Ugaritic,
	"Vai":                    Vai,
	"Vithkuqi":               Vithkuqi,
	"Wancho":                 Wancho,
	"Warang_Citi":            Warang_Citi,
	"Yezidi":                 Yezidi,
	"Yi":                     Yi,
	"Zanabazar_Square":       Zanabazar_Square,
}

// Properties has the tables of the properties by name.
var Properties = map[string]*RangeTable{
	"ASCII_Hex_Digit":                    ASCII_Hex_Digit,
	"Bidi_Control":                       Bidi_Control,
	"Dash":                               Dash,
	"Deprecated":                         Deprecated,
	"Diacritic":                          Diacritic,
	"Extender":                           Extender,
	"Hex_Digit":                          Hex_Digit,
	"Hyphen":                             Hyphen,
	"IDS_Binary_Operator":                IDS_Binary_Operator,
	"IDS_Trinary_Operator":               IDS_Trinary_Operator,
	"Ideographic":                        Ideographic,
	"Join_Control":                       Join_Control,
	"Logical_Order_Exception":            Logical_Order_Exception,
	"Noncharacter_Code_Point":            Noncharacter_Code_Point,
	"Other_Alphabetic":                   Other_Alphabetic,
	"Other_Default_Ignorable_Code_Point": Other_Default_Ignorable_Code_Point,
	"Other_Grapheme_Extend":              Other_Grapheme_Extend,
	"Other_ID_Continue":                  Other_ID_Continue,
	"Other_ID_Start":                     Other_ID_Start,
	"Other_Lowercase":                    Other_Lowercase,
	"Other_Math":                         Other_Math,
	"Other_Uppercase":                    Other_Uppercase,
	"Pattern_Syntax":                     Pattern_Syntax,
	"Pattern_White_Space":                Pattern_White_Space,
	"Prepended_Concatenation_Mark":       Prepended_Concatenation_Mark,
	"Quotation_Mark":                     Quotation_Mark,
	"Radical":                            Radical,
	"Regional_Indicator":                 Regional_Indicator,
	"STerm":                              STerm,
	"Sentence_Terminal":                  Sentence_Terminal,
	"Soft_Dotted":                        Soft_Dotted,
	"Terminal_Punctuation":               Terminal_Punctuation,
	"Unified_Ideograph":                  Unified_Ideograph,
	"Variation_Selector":                 Variation_Selector,
	"White_Space":                        White_Space,
}

// FoldCategory has, for each category, the code points outside it that equal one inside but for case.
var FoldCategory = namedTables(foldCategories)

// FoldScript has, for each script, the code points outside it that equal one inside but for case.
var FoldScript = namedTables(foldScripts)

// GraphicRanges has the tables of what IsGraphic accepts.
var GraphicRanges = []*RangeTable{L, M, N, P, S, Zs}

// PrintRanges has the tables of what IsPrint accepts, but for ' '.
var PrintRanges = []*RangeTable{L, M, N, P, S}

// CaseRanges has all case mappings.
var CaseRanges = caseRanges()

func caseRanges() []CaseRange {
	data := caseData()
	ranges := make([]CaseRange, 0, len(data)/5)
	for i := 0; i < len(data); i += 5 {
		ranges = append(ranges, CaseRange{uint32(data[i]), uint32(data[i+1]), d{data[i+2], data[i+3], data[i+4]}})
	}
	return ranges
}

// TurkishCase has the dotted and the dotless i of Turkish.
var TurkishCase = SpecialCase{
	{0x49, 0x49, d{0, 0x131 - 0x49, 0}},
	{0x69, 0x69, d{0x130 - 0x69, 0, 0x130 - 0x69}},
	{0x130, 0x130, d{0, 0x69 - 0x130, 0}},
	{0x131, 0x131, d{0x49 - 0x131, 0, 0x49 - 0x131}},
}

// AzeriCase is TurkishCase.
var AzeriCase = TurkishCase

// The categories: by their short names, and some by longer ones.
var (
	C  = namedTable(categories, "C")
	Cc = namedTable(categories, "Cc")
	Cf = namedTable(categories, "Cf")
	Cn = namedTable(categories, "Cn")
	Co = namedTable(categories, "Co")
	Cs = namedTable(categories, "Cs")
	L  = namedTable(categories, "L")
	LC = namedTable(categories, "LC")
	Ll = namedTable(categories, "Ll")
	Lm = namedTable(categories, "Lm")
	Lo = namedTable(categories, "Lo")
	Lt = namedTable(categories, "Lt")
	Lu = namedTable(categories, "Lu")
	M  = namedTable(categories, "M")
	Mc = namedTable(categories, "Mc")
	Me = namedTable(categories, "Me")
	Mn = namedTable(categories, "Mn")
	N  = namedTable(categories, "N")
	Nd = namedTable(categories, "Nd")
	Nl = namedTable(categories, "Nl")
	No = namedTable(categories, "No")
	P  = namedTable(categories, "P")
	Pc = namedTable(categories, "Pc")
	Pd = namedTable(categories, "Pd")
	Pe = namedTable(categories, "Pe")
	Pf = namedTable(categories, "Pf")
	Pi = namedTable(categories, "Pi")
	Po = namedTable(categories, "Po")
	Ps = namedTable(categories, "Ps")
	S  = namedTable(categories, "S")
	Sc = namedTable(categories, "Sc")
	Sk = namedTable(categories, "Sk")
	Sm = namedTable(categories, "Sm")
	So = namedTable(categories, "So")
	Z  = namedTable(categories, "Z")
	Zl = namedTable(categories, "Zl")
	Zp = namedTable(categories, "Zp")
	Zs = namedTable(categories, "Zs")

	Digit  = Nd
	Letter = L
	Lower  = Ll
	Mark   = M
	Number = N
	Other  = C
	Punct  = P
	Space  = Z
	Symbol = S
	Title  = Lt
	Upper  = Lu
)

// The scripts.
var (
	Adlam                  = namedTable(scripts, "Adlam")
	Ahom                   = namedTable(scripts, "Ahom")
	Anatolian_Hieroglyphs  = namedTable(scripts, "Anatolian_Hieroglyphs")
	Arabic                 = namedTable(scripts, "Arabic")
	Armenian               = namedTable(scripts, "Armenian")
	Avestan                = namedTable(scripts, "Avestan")
	Balinese               = namedTable(scripts, "Balinese")
	Bamum                  = namedTable(scripts, "Bamum")
	Bassa_Vah              = namedTable(scripts, "Bassa_Vah")
	Batak                  = namedTable(scripts, "Batak")
	Bengali                = namedTable(scripts, "Bengali")
	Bhaiksuki              = namedTable(scripts, "Bhaiksuki")
	Bopomofo               = namedTable(scripts, "Bopomofo")
	Brahmi                 = namedTable(scripts, "Brahmi")
	Braille                = namedTable(scripts, "Braille")
	Buginese               = namedTable(scripts, "Buginese")
	Buhid                  = namedTable(scripts, "Buhid")
	Canadian_Aboriginal    = namedTable(scripts, "Canadian_Aboriginal")
	Carian                 = namedTable(scripts, "Carian")
	Caucasian_Albanian     = namedTable(scripts, "Caucasian_Albanian")
	Chakma                 = namedTable(scripts, "Chakma")
	Cham                   = namedTable(scripts, "Cham")
	Cherokee               = namedTable(scripts, "Cherokee")
	Chorasmian             = namedTable(scripts, "Chorasmian")
	Common                 = namedTable(scripts, "Common")
	Coptic                 = namedTable(scripts, "Coptic")
	Cuneiform              = namedTable(scripts, "Cuneiform")
	Cypriot                = namedTable(scripts, "Cypriot")
	Cypro_Minoan           = namedTable(scripts, "Cypro_Minoan")
	Cyrillic               = namedTable(scripts, "Cyrillic")
	Deseret                = namedTable(scripts, "Deseret")
	Devanagari             = namedTable(scripts, "Devanagari")
	Dives_Akuru            = namedTable(scripts, "Dives_Akuru")
	Dogra                  = namedTable(scripts, "Dogra")
	Duployan               = namedTable(scripts, "Duployan")
	Egyptian_Hieroglyphs   = namedTable(scripts, "Egyptian_Hieroglyphs")
	Elbasan                = namedTable(scripts, "Elbasan")
	Elymaic                = namedTable(scripts, "Elymaic")
	Ethiopic               = namedTable(scripts, "Ethiopic")
	Georgian               = namedTable(scripts, "Georgian")
	Glagolitic             = namedTable(scripts, "Glagolitic")
	Gothic                 = namedTable(scripts, "Gothic")
	Grantha                = namedTable(scripts, "Grantha")
	Greek                  = namedTable(scripts, "Greek")
	Gujarati               = namedTable(scripts, "Gujarati")
	Gunjala_Gondi          = namedTable(scripts, "Gunjala_Gondi")
	Gurmukhi               = namedTable(scripts, "Gurmukhi")
	Han                    = namedTable(scripts, "Han")
	Hangul                 = namedTable(scripts, "Hangul")
	Hanifi_Rohingya        = namedTable(scripts, "Hanifi_Rohingya")
	Hanunoo                = namedTable(scripts, "Hanunoo")
	Hatran                 = namedTable(scripts, "Hatran")
	Hebrew                 = namedTable(scripts, "Hebrew")
	Hiragana               = namedTable(scripts, "Hiragana")
	Imperial_Aramaic       = namedTable(scripts, "Imperial_Aramaic")
	Inherited              = namedTable(scripts, "Inherited")
	Inscriptional_Pahlavi  = namedTable(scripts, "Inscriptional_Pahlavi")
	Inscriptional_Parthian = namedTable(scripts, "Inscriptional_Parthian")
	Javanese               = namedTable(scripts, "Javanese")
	Kaithi                 = namedTable(scripts, "Kaithi")
	Kannada                = namedTable(scripts, "Kannada")
	Katakana               = namedTable(scripts, "Katakana")
	Kawi                   = namedTable(scripts, "Kawi")
	Kayah_Li               = namedTable(scripts, "Kayah_Li")
	Kharoshthi             = namedTable(scripts, "Kharoshthi")
	Khitan_Small_Script    = namedTable(scripts, "Khitan_Small_Script")
	Khmer                  = namedTable(scripts, "Khmer")
	Khojki                 = namedTable(scripts, "Khojki")
	Khudawadi              = namedTable(scripts, "Khudawadi")
	Lao                    = namedTable(scripts, "Lao")
	Latin                  = namedTable(scripts, "Latin")
	Lepcha                 = namedTable(scripts, "Lepcha")
	Limbu                  = namedTable(scripts, "Limbu")
	Linear_A               = namedTable(scripts, "Linear_A")
	Linear_B               = namedTable(scripts, "Linear_B")
	Lisu                   = namedTable(scripts, "Lisu")
	Lycian                 = namedTable(scripts, "Lycian")
	Lydian                 = namedTable(scripts, "Lydian")
	Mahajani               = namedTable(scripts, "Mahajani")
	Makasar                = namedTable(scripts, "Makasar")
	Malayalam              = namedTable(scripts, "Malayalam")
	Mandaic                = namedTable(scripts, "Mandaic")
	Manichaean             = namedTable(scripts, "Manichaean")
	Marchen                = namedTable(scripts, "Marchen")
	Masaram_Gondi          = namedTable(scripts, "Masaram_Gondi")
	Medefaidrin            = namedTable(scripts, "Medefaidrin")
	Meetei_Mayek           = namedTable(scripts, "Meetei_Mayek")
	Mende_Kikakui          = namedTable(scripts, "Mende_Kikakui")
	Meroitic_Cursive       = namedTable(scripts, "Meroitic_Cursive")
	Meroitic_Hieroglyphs   = namedTable(scripts, "Meroitic_Hieroglyphs")
	Miao                   = namedTable(scripts, "Miao")
	Modi                   = namedTable(scripts, "Modi")
	Mongolian              = namedTable(scripts, "Mongolian")
	Mro                    = namedTable(scripts, "Mro")
	Multani                = namedTable(scripts, "Multani")
	Myanmar                = namedTable(scripts, "Myanmar")
	Nabataean              = namedTable(scripts, "Nabataean")
	Nag_Mundari            = namedTable(scripts, "Nag_Mundari")
	Nandinagari            = namedTable(scripts, "Nandinagari")
	New_Tai_Lue            = namedTable(scripts, "New_Tai_Lue")
	Newa                   = namedTable(scripts, "Newa")
	Nko                    = namedTable(scripts, "Nko")
	Nushu                  = namedTable(scripts, "Nushu")
	Nyiakeng_Puachue_Hmong = namedTable(scripts, "Nyiakeng_Puachue_Hmong")
	Ogham                  = namedTable(scripts, "Ogham")
	Ol_Chiki               = namedTable(scripts, "Ol_Chiki")
	Old_Hungarian          = namedTable(scripts, "Old_Hungarian")
	Old_Italic             = namedTable(scripts, "Old_Italic")
	Old_North_Arabian      = namedTable(scripts, "Old_North_Arabian")
	Old_Permic             = namedTable(scripts, "Old_Permic")
	Old_Persian            = namedTable(scripts, "Old_Persian")
	Old_Sogdian            = namedTable(scripts, "Old_Sogdian")
	Old_South_Arabian      = namedTable(scripts, "Old_South_Arabian")
	Old_Turkic             = namedTable(scripts, "Old_Turkic")
	Old_Uyghur             = namedTable(scripts, "Old_Uyghur")
	Oriya                  = namedTable(scripts, "Oriya")
	Osage                  = namedTable(scripts, "Osage")
	Osmanya                = namedTable(scripts, "Osmanya")
	Pahawh_Hmong           = namedTable(scripts, "Pahawh_Hmong")
	Palmyrene              = namedTable(scripts, "Palmyrene")
	Pau_Cin_Hau            = namedTable(scripts, "Pau_Cin_Hau")
	Phags_Pa               = namedTable(scripts, "Phags_Pa")
	Phoenician             = namedTable(scripts, "Phoenician")
	Psalter_Pahlavi        = namedTable(scripts, "Psalter_Pahlavi")
	Rejang                 = namedTable(scripts, "Rejang")
	Runic                  = namedTable(scripts, "Runic")
	Samaritan              = namedTable(scripts, "Samaritan")
	Saurashtra             = namedTable(scripts, "Saurashtra")
	Sharada                = namedTable(scripts, "Sharada")
	Shavian                = namedTable(scripts, "Shavian")
	Siddham                = namedTable(scripts, "Siddham")
	SignWriting            = namedTable(scripts, "SignWriting")
	Sinhala                = namedTable(scripts, "Sinhala")
	Sogdian                = namedTable(scripts, "Sogdian")
	Sora_Sompeng           = namedTable(scripts, "Sora_Sompeng")
	Soyombo                = namedTable(scripts, "Soyombo")
	Sundanese              = namedTable(scripts, "Sundanese")
	Syloti_Nagri           = namedTable(scripts, "Syloti_Nagri")
	Syriac                 = namedTable(scripts, "Syriac")
	Tagalog                = namedTable(scripts, "Tagalog")
	Tagbanwa               = namedTable(scripts, "Tagbanwa")
	Tai_Le                 = namedTable(scripts, "Tai_Le")
	Tai_Tham               = namedTable(scripts, "Tai_Tham")
	Tai_Viet               = namedTable(scripts, "Tai_Viet")
	Takri                  = namedTable(scripts, "Takri")
	Tamil                  = namedTable(scripts, "Tamil")
	Tangsa                 = namedTable(scripts, "Tangsa")
	Tangut                 = namedTable(scripts, "Tangut")
	Telugu                 = namedTable(scripts, "Telugu")
	Thaana                 = namedTable(scripts, "Thaana")
	Thai                   = namedTable(scripts, "Thai")
	Tibetan                = namedTable(scripts, "Tibetan")
	Tifinagh               = namedTable(scripts, "Tifinagh")
	Tirhuta                = namedTable(scripts, "Tirhuta")
	Toto                   = namedTable(scripts, "Toto")
	Ugaritic               = namedTable(scripts, "Ugaritic")
	Vai                    = namedTable(scripts, "Vai")
	Vithkuqi               = namedTable(scripts, "Vithkuqi")
	Wancho                 = namedTable(scripts, "Wancho")
	Warang_Citi            = namedTable(scripts, "Warang_Citi")
	Yezidi                 = namedTable(scripts, "Yezidi")
	Yi                     = namedTable(scripts, "Yi")
	Zanabazar_Square       = namedTable(scripts, "Zanabazar_Square")
)

// The properties.
var (
	ASCII_Hex_Digit                    = namedTable(properties, "ASCII_Hex_Digit")
	Bidi_Control                       = namedTable(properties, "Bidi_Control")
	Dash                               = namedTable(properties, "Dash")
	Deprecated                         = namedTable(properties, "Deprecated")
	Diacritic                          = namedTable(properties, "Diacritic")
	Extender                           = namedTable(properties, "Extender")
	Hex_Digit                          = namedTable(properties, "Hex_Digit")
	Hyphen                             = namedTable(properties, "Hyphen")
	IDS_Binary_Operator                = namedTable(properties, "IDS_Binary_Operator")
	IDS_Trinary_Operator               = namedTable(properties, "IDS_Trinary_Operator")
	Ideographic                        = namedTable(properties, "Ideographic")
	Join_Control                       = namedTable(properties, "Join_Control")
	Logical_Order_Exception            = namedTable(properties, "Logical_Order_Exception")
	Noncharacter_Code_Point            = namedTable(properties, "Noncharacter_Code_Point")
	Other_Alphabetic                   = namedTable(properties, "Other_Alphabetic")
	Other_Default_Ignorable_Code_Point = namedTable(properties, "Other_Default_Ignorable_Code_Point")
	Other_Grapheme_Extend              = namedTable(properties, "Other_Grapheme_Extend")
	Other_ID_Continue                  = namedTable(properties, "Other_ID_Continue")
	Other_ID_Start                     = namedTable(properties, "Other_ID_Start")
	Other_Lowercase                    = namedTable(properties, "Other_Lowercase")
	Other_Math                         = namedTable(properties, "Other_Math")
	Other_Uppercase                    = namedTable(properties, "Other_Uppercase")
	Pattern_Syntax                     = namedTable(properties, "Pattern_Syntax")
	Pattern_White_Space                = namedTable(properties, "Pattern_White_Space")
	Prepended_Concatenation_Mark       = namedTable(properties, "Prepended_Concatenation_Mark")
	Quotation_Mark                     = namedTable(properties, "Quotation_Mark")
	Radical                            = namedTable(properties, "Radical")
	Regional_Indicator                 = namedTable(properties, "Regional_Indicator")
	Sentence_Terminal                  = namedTable(properties, "Sentence_Terminal")
	Soft_Dotted                        = namedTable(properties, "Soft_Dotted")
	Terminal_Punctuation               = namedTable(properties, "Terminal_Punctuation")
	Unified_Ideograph                  = namedTable(properties, "Unified_Ideograph")
	Variation_Selector                 = namedTable(properties, "Variation_Selector")
	White_Space                        = namedTable(properties, "White_Space")
	STerm                              = Sentence_Terminal
)

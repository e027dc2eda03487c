package org.centrallobby.letter.map;

/** What maps and the page about them say, in each language. */
public enum MapWords {
    EN,
    CY;

    /** @param language a tag such as {@code cy}; whatever else it is, English is spoken */
    public static MapWords of(String language) {
        return language.equals("cy") ? CY : EN;
    }

    /** The language's tag. */
    public String tag() {
        return this == CY ? "cy" : "en";
    }

    public String title(String campaign) {
        return say("Letters by constituency: ", "Llythyrau fesul etholaeth: ") + campaign;
    }

    public String heading() {
        return say("Where the letters come from", "O ble y daw’r llythyrau");
    }

    /** As a sentence without its full stop. */
    public String heard(int heard, int seats) {
        return say(
                "%,d of %,d constituencies have sent a letter to their MP".formatted(heard, seats),
                "Mae %,d o’r %,d etholaeth wedi anfon llythyr at eu AS".formatted(heard, seats));
    }

    public String letters(long letters) {
        return switch (this) {
            case EN -> letters == 1 ? "1 letter" : "%,d letters".formatted(letters);
            case CY -> letters == 2 ? "2 lythyr" : "%,d llythyr".formatted(letters);
        };
    }

    public String none() {
        return say("no letter yet", "dim llythyr eto");
    }

    public String notWrittenTo() {
        return say("the campaign does not write here", "nid yw’r ymgyrch yn ysgrifennu yma");
    }

    public String range(long from, long to) {
        return from == to ? letters(from) : say("%,d to %,d", "%,d i %,d").formatted(from, to);
    }

    public String orMore(long from) {
        return say("%,d or more", "%,d neu fwy").formatted(from);
    }

    public String description() {
        return say(
                "Each constituency is a hexagon of the same size. The more letters its people have sent, the larger and"
                        + " darker the mark in it. The table tells the same in numbers.",
                "Mae pob etholaeth yn hecsagon o’r un maint. Po fwyaf o lythyrau y mae ei phobl wedi’u hanfon, y mwyaf a’r"
                        + " tywyllaf yw’r marc ynddi. Mae’r tabl yn dweud yr un peth mewn rhifau.");
    }

    public String ownLayout() {
        return say(
                "Nations and regions lie as they do in the country; within one, the constituencies stand in the order of"
                        + " their names.",
                "Mae’r cenhedloedd a’r rhanbarthau’n gorwedd fel y maent yn y wlad; o fewn pob un, mae’r etholaethau yn"
                        + " nhrefn eu henwau.");
    }

    public String legend() {
        return say("Letters", "Llythyrau");
    }

    public String download() {
        return say("Download the map (SVG)", "Lawrlwytho’r map (SVG)");
    }

    public String table() {
        return say("Every constituency", "Pob etholaeth");
    }

    /** @param order that of the address */
    public String caption(String order) {
        return switch (order) {
            case "letters" ->
                say("Constituencies by letters, the most first", "Etholaethau yn ôl llythyrau, y mwyaf gyntaf");
            case "none" -> say("Constituencies without a letter, by name", "Etholaethau heb lythyr, yn ôl enw");
            default -> say("Constituencies by name", "Etholaethau yn ôl enw");
        };
    }

    public String orders() {
        return say("Show constituencies", "Dangos etholaethau");
    }

    public String byName() {
        return say("by name", "yn ôl enw");
    }

    public String byLetters() {
        return say("by letters", "yn ôl llythyrau");
    }

    public String withoutLetter() {
        return say("without a letter", "heb lythyr");
    }

    public String constituency() {
        return say("Constituency", "Etholaeth");
    }

    public String count() {
        return say("Letters", "Llythyrau");
    }

    public String noRows() {
        return say(
                "There is none: a letter has come from every constituency.",
                "Nid oes un: daeth llythyr o bob etholaeth.");
    }

    public String stillNone(int seats) {
        return switch (this) {
            case EN ->
                seats == 1
                        ? "One constituency is still without a letter"
                        : "%,d constituencies are still without a letter".formatted(seats);
            case CY ->
                seats == 1
                        ? "Mae un etholaeth heb lythyr o hyd"
                        : "Mae %,d etholaeth heb lythyr o hyd".formatted(seats);
        };
    }

    public String passOn() {
        return say(
                "Do you know anybody who lives in one of them? Pass the campaign on: one letter puts a place on the map.",
                "Ydych chi’n adnabod rhywun sy’n byw yn un ohonynt? Rhannwch yr ymgyrch: mae un llythyr yn rhoi lle ar y map.");
    }

    public String andMore(int more) {
        return say("and %,d more", "a %,d arall").formatted(more);
    }

    public String write() {
        return say("Write to your own MP", "Ysgrifennu at eich AS eich hun");
    }

    public String email() {
        return say("Email", "E-bost");
    }

    /** The language that it is not, in that language's own word. */
    public String otherLanguage() {
        return say("Cymraeg", "English");
    }

    private String say(String english, String welsh) {
        return this == CY ? welsh : english;
    }
}

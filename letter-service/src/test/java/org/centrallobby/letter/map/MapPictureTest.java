package org.centrallobby.letter.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.centrallobby.letter.language.Language;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class MapPictureTest {
    private static final List<MapPicture.Hexagon> HEXAGONS = List.of(
            new MapPicture.Hexagon(new Place(0, 0), "Ross & \"Skye\" <1>: 3 letters", 2),
            new MapPicture.Hexagon(new Place(1, 0), "Ynys Môn: no letter yet", 0),
            new MapPicture.Hexagon(new Place(0, 1), "Elsewhere", MapPicture.NOT_WRITTEN_TO));

    @Test
    void isWellFormedWhateverItIsTold() throws Exception {
        var caption = new MapPicture.Caption(
                "Hands off\u0001 <our> libraries & every other place where children read on rainy afternoons in winter"
                        + " and in summer",
                "12 letters",
                Shades.upTo(3).named(Language.of("cy")),
                Language.of("cy").say("map.left-out"),
                "cy");
        for (var layout : HexLayout.values()) {
            var alone = parsed(MapPicture.alone(layout, HEXAGONS, "about it", caption));
            var inPage = parsed(MapPicture.inPage(layout, HEXAGONS, "a & b", "about it"));

            assertThat(alone.getDocumentElement().getAttribute("lang")).isEqualTo("cy");
            assertThat(alone.getElementsByTagName("title").getLength()).isEqualTo(4);
            assertThat(inPage.getElementsByTagName("title").item(1).getTextContent())
                    .isEqualTo("Ross & \"Skye\" <1>: 3 letters");
        }
    }

    @Test
    void runsNoScriptAndBringsNoStyleThatAPolicyWouldForbid() {
        var drawing = MapPicture.inPage(HexLayout.ODD_R, HEXAGONS, "t", "d");

        assertThat(drawing).doesNotContain("style=", "<style", "<script", "href");
    }

    @Test
    void anEmptyMapIsAPictureToo() throws Exception {
        assertThat(parsed(MapPicture.inPage(HexLayout.EVEN_Q, List.of(), "t", "d")))
                .isNotNull();
    }

    @Test
    void stepsFitTheFullestSeat() {
        assertThat(Shades.upTo(0).step(0)).isZero();
        for (var most : List.of(1L, 4L, 5L, 20L, 99L, 500L, 12_000L)) {
            assertThat(Shades.upTo(most).step(1)).isOne();
            assertThat(Shades.upTo(most).bounds()).hasSize(4).isSorted();
        }
        assertThat(Shades.upTo(12_000).step(12_000)).isEqualTo(4);
        assertThat(Shades.upTo(30).named(Language.ENGLISH))
                .containsExactly("no letter yet", "1 to 4", "5 to 19", "20 to 49", "50 or more");
    }

    private static Document parsed(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}

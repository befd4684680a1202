package podo.web.poster;

import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a poster shows, and the words in a title that select it. */
enum Motif {
    BARS(StageMotifs::bars, "jazz", "beat", "electro", "hip", "club", "dj", "재즈", "힙합", "클럽"),
    STRINGS(
            StageMotifs::strings,
            "orchestra",
            "symphony",
            "phil",
            "string",
            "piano",
            "classic",
            "recital",
            "quartet",
            "오케스트라",
            "교향",
            "피아노",
            "클래식",
            "독주"),
    RIBBONS(
            StageMotifs::ribbons,
            "ballet",
            "dance",
            "musical",
            "opera",
            "theatre",
            "theater",
            "발레",
            "무용",
            "뮤지컬",
            "오페라",
            "연극"),
    MOON(NatureMotifs::moon, "moon", "night", "star", "달", "별", "밤"),
    WAVES(NatureMotifs::waves, "wave", "sea", "ocean", "river", "blue", "파도", "바다", "강"),
    SNOW(NatureMotifs::snow, "snow", "winter", "frost", "눈", "겨울", "크리스마스", "christmas"),
    GRAPES(NatureMotifs::grapes, "grape", "podo", "harvest", "wine", "포도", "가을", "fan"),
    RAYS(StageMotifs::rays, "rock", "stadium", "arena", "tour", "live", "festival", "sun", "투어", "페스티벌", "록"),
    ARCS(
            StageMotifs::arcs,
            "comedy",
            "talk",
            "kids",
            "family",
            "circus",
            "game",
            "match",
            "final",
            "코미디",
            "토크",
            "가족",
            "어린이",
            "경기",
            "결승");

    private final Consumer<Brush> painter;
    private final String[] words;

    Motif(Consumer<Brush> painter, String... words) {
        this.painter = painter;
        this.words = words;
    }

    void paint(Brush brush) {
        painter.accept(brush);
    }

    static Motif forTitle(String title, int seed) {
        String lower = title.toLowerCase(Locale.ROOT);
        for (Motif motif : values()) {
            for (String word : motif.words) {
                if (lower.contains(word)) {
                    return motif;
                }
            }
        }
        return values()[Math.floorMod(seed, values().length)];
    }

    static @Nullable Motif byName(String name) {
        for (Motif motif : values()) {
            if (motif.name().toLowerCase(Locale.ROOT).equals(name)) {
                return motif;
            }
        }
        return null;
    }
}

package podo.stack.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An event of the demo. Its dates are relative to the day of the start.
 *
 * @param minutes how long it lasts
 * @param age the minimum age in years; 0 for all ages
 * @param days from the start to the event
 * @param sale from the start to the beginning of the sale; negative means that the sale has begun
 * @param states the statuses in which an existing event of this title is kept
 * @param perSecond admissions from the line per second
 * @param cap fans who may be past the line at the same time
 */
record DemoShow(
        String title,
        String description,
        String kind,
        int minutes,
        int age,
        DemoHall hall,
        int days,
        Duration sale,
        Set<String> states,
        List<Map<String, Object>> grades,
        int perSecond,
        int cap) {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Set<String> SELLING = Set.of("ON_SALE");

    static final DemoShow SOLD_OUT = new DemoShow(
            "옥상 어쿠스틱: 나무와 새 · Rooftop Acoustic",
            "스무 명만 앉는 옥상의 저녁. An evening on a roof for twenty people.",
            "CONCERT",
            80,
            0,
            DemoHall.ROOFTOP,
            24,
            Duration.ofMinutes(-90),
            // ON_SALE while the demo's fans are still buying it
            Set.of("SOLD_OUT", "ON_SALE"),
            List.of(grade("전석", 44_000, zone("옥상"))),
            100,
            1_000);

    static final DemoShow HALL = new DemoShow(
            "달빛 세션: 윤하늘 콘서트 · Moonlight Session",
            "삼백 석의 작은 홀에서 듣는 목소리와 피아노. One voice and a piano in a hall of 300.",
            "CONCERT",
            100,
            8,
            DemoHall.MOON,
            21,
            Duration.ofMinutes(-60),
            SELLING,
            List.of(
                    grade("VIP", 121_000, zone("1층", "1", "4")),
                    grade("R", 99_000, zone("1층", "5", "10")),
                    grade("S", 77_000, zone("1층", "11", "15"))),
            100,
            2_000);

    static final DemoShow ARENA = new DemoShow(
            "루미나 월드투어 [빛의 바다] 서울 · LUMINA World Tour Seoul",
            "오천 명이 함께 켜는 불빛. Five thousand lights in one arena.",
            "CONCERT",
            150,
            8,
            DemoHall.ARENA,
            35,
            Duration.ofMinutes(-45),
            SELLING,
            List.of(
                    grade("VIP", 198_000, zone("플로어")),
                    grade("R", 165_000, zone("1층")),
                    grade("S", 132_000, zone("2층"))),
            200,
            5_000);

    /** Plays in the evening, and twice on the day after. */
    private static final DemoShow PLAY = new DemoShow(
            "연극 〈달의 무게〉 · Play: The Weight of the Moon",
            "말굽 모양 극장에서 가까이 보는 이인극. A play for two in a horseshoe of 420 seats.",
            "PLAY",
            110,
            12,
            DemoHall.HORSESHOE,
            90,
            Duration.ofMinutes(-20),
            SELLING,
            List.of(
                    grade("R", 66_000, zone("1층", "A", "G")),
                    grade("S", 55_000, zone("1층", "H", "P")),
                    grade("A", 33_000, zone("발코니"))),
            100,
            1_000);

    static final List<DemoShow> ALL = List.of(
            SOLD_OUT,
            HALL,
            ARENA,
            new DemoShow(
                    "모스 라이브: 파도 투어 · MOSS Live: Wave Tour",
                    "무대 바로 앞 스탠딩과 조용한 2층. Stand right before the stage, or sit on the balcony.",
                    "CONCERT",
                    110,
                    15,
                    DemoHall.CLUB,
                    18,
                    Duration.ofMinutes(-20),
                    SELLING,
                    List.of(grade("스탠딩", 77_000, zone("스탠딩")), grade("R", 88_000, zone("2층"))),
                    100,
                    1_000),
            new DemoShow(
                    "가을밤 재즈: 트리오 포도 · Autumn Night Jazz",
                    "곧 예매가 시작됩니다. 대기실에서 만나요. The sale begins soon: meet in the lobby.",
                    "CONCERT",
                    90,
                    8,
                    DemoHall.MOON,
                    28,
                    Duration.ofMinutes(25),
                    Set.of("LOBBY"),
                    List.of(grade("R", 66_000, zone("1층", "1", "8")), grade("S", 44_000, zone("1층", "9", "15"))),
                    100,
                    1_000),
            new DemoShow(
                    "뮤지컬 〈보라의 정원〉 · Musical: The Violet Garden",
                    "십 년 만에 돌아온 창작 뮤지컬. The musical returns after ten years.",
                    "MUSICAL",
                    165,
                    8,
                    DemoHall.THEATRE,
                    60,
                    Duration.ofDays(7),
                    Set.of("ANNOUNCED"),
                    List.of(
                            grade("VIP", 170_000, zone("1층", "1", "8")),
                            grade("R", 140_000, zone("1층", "9", "20")),
                            grade("S", 90_000, zone("2층"))),
                    100,
                    2_000),
            new DemoShow(
                    "핸드볼 챔피언 결정전 · Handball Championship Final",
                    "코트석부터 2층까지, 어디서나 잘 보입니다. A good view from every tier.",
                    "SPORT",
                    120,
                    0,
                    DemoHall.STADIUM,
                    14,
                    Duration.ofMinutes(-30),
                    SELLING,
                    List.of(grade("지정석", 30_000, zone("코트석"), zone("1층")), grade("응원석", 22_000, zone("2층"))),
                    100,
                    2_000),
            new DemoShow(
                    "포도 인디 페스티벌 · Podo Indie Festival",
                    "이틀, 열두 팀, 하나의 무대. Two days, twelve bands, one stage.",
                    "FESTIVAL",
                    600,
                    0,
                    DemoHall.ARENA,
                    80,
                    Duration.ofDays(14),
                    Set.of("ANNOUNCED"),
                    List.of(grade("스탠딩", 110_000, zone("플로어")), grade("지정석", 88_000, zone("1층"), zone("2층"))),
                    200,
                    5_000),
            PLAY,
            new DemoShow(
                    "현대무용 〈한가운데〉 · Dance in the Round",
                    "무대를 한가운데 두고 사방에서 봅니다. Eight blocks around one stage.",
                    "DANCE",
                    70,
                    8,
                    DemoHall.ROUND,
                    95,
                    Duration.ofMinutes(-15),
                    SELLING,
                    List.of(
                            grade("R", 77_000, zone("1구역"), zone("2구역"), zone("8구역")),
                            grade("S", 55_000, zone("3구역"), zone("4구역"), zone("5구역"), zone("6구역"), zone("7구역"))),
                    100,
                    1_000));

    /** The body of {@code POST /api/events} for an event that is created now. */
    Map<String, Object> body(Object venueId, Instant now) {
        var onSale = now.plus(sale).truncatedTo(ChronoUnit.MINUTES);
        var body = new HashMap<String, Object>();
        body.put("title", title);
        body.put("description", description);
        body.put("kind", kind);
        body.put("runningMinutes", minutes);
        body.put("minimumAge", age);
        body.put("venueId", venueId);
        body.put("startsAt", start(now, 0, LocalTime.of(19, 30)));
        body.put("onSaleAt", onSale.toString());
        body.put("lobbyOpensAt", onSale.minus(Duration.ofMinutes(30)).toString());
        body.put("seatsPerFan", 4);
        body.put("grades", grades);
        body.put("admissionPerSecond", perSecond);
        body.put("admissionCap", cap);
        return body;
    }

    /** The body of {@code POST /api/events/{id}/performances}; empty for a show with one date. */
    Map<String, Object> furtherDates(Instant now) {
        return this == PLAY
                ? Map.of(
                        "performances",
                        List.of(
                                Map.of("startsAt", start(now, 1, LocalTime.of(15, 0))),
                                Map.of("startsAt", start(now, 1, LocalTime.of(19, 30)))))
                : Map.of();
    }

    private String start(Instant now, int daysLater, LocalTime time) {
        return now.atZone(SEOUL)
                .toLocalDate()
                .plusDays(days + daysLater)
                .atTime(time)
                .atZone(SEOUL)
                .toInstant()
                .toString();
    }

    private static Map<String, Object> grade(String name, int price, Map<?, ?>... zones) {
        return Map.of("name", name, "price", price, "zones", List.of(zones));
    }

    private static Map<String, String> zone(String section) {
        return Map.of("section", section);
    }

    private static Map<String, String> zone(String section, String from, String to) {
        return Map.of("section", section, "fromRow", from, "toRow", to);
    }
}

package podo.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is on tonight: the canned answers of {@link Neighbours}. */
final class Evening {

    private Evening() {}

    static List<Map<String, Object>> shows(Instant now) {
        var shows = new ArrayList<Map<String, Object>>();
        shows.add(show(
                1,
                "Moonrise Tour",
                "Hangang Hall",
                "ON_SALE",
                now.plus(Duration.ofDays(19)),
                now.minusSeconds(600),
                300));
        shows.add(show(
                2,
                "Stadium Lights",
                "Podo Arena",
                "ON_SALE",
                now.plus(Duration.ofDays(33)),
                now.minusSeconds(600),
                5000));
        shows.add(show(
                3, "겨울 재즈 나잇", "정동극장", "LOBBY", now.plus(Duration.ofDays(27)), now.plus(Duration.ofMinutes(17)), 800));
        shows.add(show(
                4,
                "Seoul Philharmonic: New World",
                "Lotus Concert Hall",
                "ANNOUNCED",
                now.plus(Duration.ofDays(60)),
                now.plus(Duration.ofDays(5)),
                2000));
        shows.add(show(5, "뮤지컬 파도", "블루 스퀘어", "SOLD_OUT", now.plus(Duration.ofDays(9)), now.minusSeconds(9000), 20));
        shows.add(show(
                6,
                "First Snow Ballet",
                "Namsan Theatre",
                "ON_SALE",
                now.plus(Duration.ofDays(31)),
                now.minusSeconds(900),
                1200));
        shows.add(show(
                7,
                "League Final",
                "River Stadium",
                "ANNOUNCED",
                now.plus(Duration.ofDays(45)),
                now.plus(Duration.ofDays(12)),
                50000));
        shows.add(show(
                8,
                "Harvest Fan Meeting",
                "Small Hall",
                "ENDED",
                now.minus(Duration.ofDays(2)),
                now.minus(Duration.ofDays(40)),
                150));
        return shows;
    }

    private static Map<String, Object> show(
            long id, String title, String venue, String status, Instant startsAt, Instant onSaleAt, int capacity) {
        var show = new LinkedHashMap<String, Object>();
        show.put("id", id);
        show.put("title", title);
        show.put(
                "description",
                "Two hours under one big moon.\n\nNew songs, old friends, and a band that has waited a year for this night. Doors open an hour before.");
        show.put("venueId", 1);
        show.put("venue", venue);
        show.put("address", "12 Riverside-ro, Seoul");
        show.put("startsAt", startsAt.toString());
        show.put("lobbyOpensAt", onSaleAt.minus(Duration.ofMinutes(30)).toString());
        show.put("onSaleAt", onSaleAt.toString());
        show.put("salesEndAt", startsAt.toString());
        show.put("status", status);
        show.put("seatsPerFan", 4);
        show.put("capacity", capacity);
        show.put("admissionPerSecond", 50.0);
        show.put("admissionCap", 1000);
        show.put(
                "grades",
                List.of(
                        grade("VIP", 165000),
                        grade("R", 132000),
                        grade("S", 110000),
                        grade("A", 88000),
                        grade("B", 66000)));
        return show;
    }

    private static Map<String, Object> grade(String name, long price) {
        return Map.of("name", name, "price", price);
    }

    static void stub(Neighbours house) {}
}

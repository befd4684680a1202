package podo.reservation.waitingroom.script;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The line as the issue tells it, in plain Java and without Redis: one object per fan, one clock, the four bounds of
 * admission. What it says of a call is what the scripts have to say. Times are in ms.
 */
final class LineModel {

    enum Stand {
        LOBBY,
        LATE,
        LINE,
        PARKED,
        OFFERED,
        INSIDE,
        /** Nowhere but with a pass aside: known by the pass alone, since the room lost its data, and silent. */
        AWAY
    }

    /** What a caller is told. */
    record Told(String state, long number, long ahead, long behind, String pass, long passUntil) {}

    /** What a tick does: its word, how many were admitted, and what bound it. */
    record Ticked(String word, long admitted, String binding) {}

    /** The levers and what the services know when a tick is made. */
    record Levers(int rate, int cap, long sellable, long allowed, String mode, double brake, boolean shut) {}

    static final class Fan {
        Stand stand = Stand.LOBBY;
        /** Null for who is known by a pass alone. */
        @Nullable
        String ticket;

        long number;
        long seen;
        long until;
        long aliveUntil;
        int missed;

        @Nullable
        String pass;

        long passUntil;

        Fan copy() {
            Fan copy = new Fan();
            copy.stand = stand;
            copy.ticket = ticket;
            copy.number = number;
            copy.seen = seen;
            copy.until = until;
            copy.aliveUntil = aliveUntil;
            copy.missed = missed;
            copy.pass = pass;
            copy.passUntil = passUntil;
            return copy;
        }

        boolean keepsPassAside() {
            return pass != null && stand != Stand.INSIDE;
        }
    }

    final Map<Long, Fan> fans = new TreeMap<>();
    private final Set<String> ended = new HashSet<>();
    private final Map<String, Integer> extended = new HashMap<>();
    private final List<Long> late = new ArrayList<>();
    long now;
    boolean drawn;
    private boolean closing;
    private boolean closed;
    private boolean draining;
    private boolean open;
    private boolean busy;
    private boolean quiet;
    private double owed;
    private long budget;
    private long slots;
    private long lastTick;
    private long next;
    private long serving;
    private long restUntil;
    /** Numbers above each key up to its value were given and forgotten, or never given. */
    private final Map<Long, Long> lost = new TreeMap<>();

    private final Set<Long> restored = new HashSet<>();

    LineModel copy() {
        LineModel copy = new LineModel();
        fans.forEach((id, fan) -> copy.fans.put(id, fan.copy()));
        copy.ended.addAll(ended);
        copy.extended.putAll(extended);
        copy.late.addAll(late);
        copy.now = now;
        copy.drawn = drawn;
        copy.closing = closing;
        copy.closed = closed;
        copy.draining = draining;
        copy.open = open;
        copy.busy = busy;
        copy.quiet = quiet;
        copy.owed = owed;
        copy.budget = budget;
        copy.slots = slots;
        copy.lastTick = lastTick;
        copy.next = next;
        copy.serving = serving;
        copy.restUntil = restUntil;
        copy.lost.putAll(lost);
        copy.restored.addAll(restored);
        return copy;
    }

    /** @param receipted the number of a receipt, 0 without one; it counts, with its ticket, once and if it was lost */
    Told join(long id, String ticket, long receipted, String receiptedTicket) {
        sign(id);
        Told known = told(id);
        if (!known.state().equals("NONE")) {
            return known;
        }
        if (closed || draining) {
            return new Told("CLOSED", 0, 0, 0, "", 0);
        }
        stir();
        Fan fan = new Fan();
        fan.ticket = ticket;
        fan.seen = now;
        if (now >= SimulatedRoom.ON_SALE_AT && !drawn && fans.isEmpty()) {
            drawn = true;
        }
        if (drawn) {
            if (wasLost(receipted) && nobodyWaitsWith(receipted) && restored.add(receipted)) {
                fan.number = receipted;
                fan.ticket = receiptedTicket;
            } else {
                fan.number = ++next;
            }
            boolean atOnce = mayOfferAtOnce();
            fans.put(id, fan);
            stand(fan, atOnce);
        } else {
            boolean intoLobby = now < SimulatedRoom.ON_SALE_AT && !closing;
            fan.stand = intoLobby ? Stand.LOBBY : Stand.LATE;
            if (!intoLobby) {
                late.add(id);
            }
            fans.put(id, fan);
        }
        return told(id);
    }

    Told look(long id) {
        sign(id);
        return told(id);
    }

    Told enter(long id, String freshPass) {
        sign(id);
        Told known = told(id);
        if (known.state().equals("OFFERED")) {
            Fan fan = fans.get(id);
            fan.pass = freshPass;
            takeSlot(fan, (now + SimulatedRoom.PASS) / 1_000 * 1_000);
        }
        return told(id);
    }

    /** Null when it was asked for too often. */
    @Nullable
    Told extend(long id, long more, int most) {
        sign(id);
        Told known = told(id);
        if (!known.state().equals("ENTERED")) {
            return known;
        }
        if (extended.getOrDefault(known.pass(), 0) >= most) {
            return null;
        }
        extended.merge(known.pass(), 1, Integer::sum);
        Fan fan = fans.get(id);
        fan.until += more;
        fan.passUntil = fan.until;
        return told(id);
    }

    void leave(long id) {
        Fan fan = fans.remove(id);
        late.remove(id);
        if (fan != null && fan.pass != null) {
            ended.add(fan.pass);
        }
    }

    void done(long id, String pass) {
        Fan fan = fans.get(id);
        if (fan != null && pass.equals(fan.pass)) {
            leave(id);
        }
        ended.add(pass);
    }

    /** True when the pass that was shown has a slot. */
    boolean seenWith(long id, String pass, long passUntil, long busyUntil, int cap) {
        sign(id);
        Fan fan = fans.get(id);
        String own = fan == null ? null : fan.pass;
        boolean used = ended.contains(pass) || own != null && !own.equals(pass);
        if (used) {
            return false;
        }
        if (passUntil > now && !isInside(fan) && (isOffered(fan) || taken() < (lastTick > 0 ? slots : cap))) {
            fan = fan == null ? new Fan() : fan;
            fans.put(id, fan);
            fan.pass = pass;
            stir();
            takeSlot(fan, passUntil);
        }
        if (isInside(fan)) {
            fan.seen = now;
            fan.aliveUntil = Math.max(fan.aliveUntil, Math.max(now + SimulatedRoom.SILENCE_INSIDE, busyUntil));
        }
        return isInside(fan);
    }

    /** One tick, a second after the last; three when the seats are unknown. */
    Ticked tick(Levers levers) {
        if (drawn && now - lastTick < (levers.mode().equals("UNKNOWN") ? 3_000 : 900)) {
            return new Ticked("TAKEN", 0, "");
        }
        if (!drawn) {
            closed = levers.shut();
            draining = levers.mode().equals("DRAINING");
            if (closed || now < SimulatedRoom.ON_SALE_AT) {
                return new Ticked("LOBBY", 0, "");
            }
            if (fans.values().stream().anyMatch(fan -> fan.ticket != null)) {
                closing = true;
                return new Ticked("DRAW", 0, "");
            }
            drawn = true;
        }
        double elapsed = Math.min(busy ? 2 : 1, lastTick == 0 ? 1 : (now - lastTick) / 1_000.0);
        lastTick = now;
        if (!quiet) {
            new ArrayList<>(fans.keySet()).forEach(this::settle);
            fans.values().stream()
                    .filter(fan -> isInside(fan) && fan.aliveUntil <= now)
                    .forEach(this::loseSlot);
        }
        closed = levers.sellable() == 0 || levers.sellable() < 0 && closed || levers.shut();
        double due = levers.rate() * levers.brake() * elapsed + owed;
        budget = (long) Math.floor(due + 0.001);
        owed = asText(Math.max(0, due - budget));
        slots = levers.sellable() >= 0 ? Math.min(levers.cap(), levers.allowed()) : levers.cap();
        long count = budget;
        String binding = levers.brake() < 1 ? "HEALTH" : "RATE";
        if (slots - taken() < count) {
            count = slots - taken();
            binding = slots < levers.cap() ? "SEATS" : "CAP";
        }
        boolean resting = levers.mode().equals("OPEN") && now < restUntil;
        open = levers.mode().equals("OPEN") && !closed && !resting;
        draining = levers.mode().equals("DRAINING");
        if (!open) {
            count = 0;
            binding = closed ? "CLOSED" : resting ? "REBUILDING" : levers.mode();
        }
        long admitted = 0;
        for (Fan fan : line()) {
            if (admitted >= count) {
                break;
            }
            if (now - fan.seen > SimulatedRoom.SILENCE_IN_LINE) {
                fan.stand = Stand.PARKED;
            } else {
                offer(fan);
                admitted++;
            }
        }
        if (line().isEmpty() && count > 0) {
            binding = "NOBODY";
        }
        budget = Math.max(0, budget - admitted);
        quiet = line().isEmpty() && taken() == 0;
        busy = !quiet;
        return new Ticked("TICKED", admitted, binding);
    }

    /** The draw writes these numbers; who left or joined anew since keeps out of it. */
    void number(List<Long> order, Map<Long, String> tickets) {
        for (int i = 0; i < order.size(); i++) {
            Fan fan = fans.get(order.get(i));
            if (fan != null && tickets.get(order.get(i)).equals(fan.ticket)) {
                fan.number = i + 1L;
                fan.stand = Stand.LINE;
                fan.seen = now - fan.seen > SimulatedRoom.SILENCE_IN_LOBBY ? 0 : now;
            }
        }
    }

    void drawn(int count) {
        next = Math.max(next, count);
        for (long id : late) {
            Fan fan = fans.get(id);
            fan.number = ++next;
            fan.stand = Stand.LINE;
        }
        late.clear();
        drawn = true;
    }

    /** Another Redis answers than the one that gave the last numbers: they go on beyond all that were set apart. */
    void reserve(long before) {
        forget(next, before);
        next = Math.max(next, before);
    }

    /** Redis lost everything; the database knows the drawn list, how far numbers were set apart, and how far served. */
    void lose(List<Long> order, Map<Long, String> tickets, long setApart, long rest) {
        fans.clear();
        ended.clear();
        extended.clear();
        restored.clear();
        lost.clear();
        next = setApart;
        forget(order.size(), setApart);
        restUntil = now + rest;
        for (int i = 0; i < order.size(); i++) {
            Fan fan = new Fan();
            fan.ticket = tickets.get(order.get(i));
            fan.number = i + 1L;
            fan.seen = now;
            fan.stand = fan.number <= serving ? Stand.PARKED : Stand.LINE;
            fans.put(order.get(i), fan);
        }
        closed = false;
        draining = false;
        open = false;
        busy = false;
        quiet = false;
        owed = 0;
        budget = 0;
        slots = 0;
        lastTick = 0;
    }

    long taken() {
        return fans.values().stream()
                .filter(fan -> isInside(fan) || isOffered(fan))
                .count();
    }

    private void forget(long first, long last) {
        if (last > first) {
            lost.merge(first, last, Math::max);
        }
    }

    private boolean wasLost(long number) {
        return lost.entrySet().stream().anyMatch(range -> number > range.getKey() && number <= range.getValue());
    }

    private boolean nobodyWaitsWith(long number) {
        return fans.values().stream()
                .noneMatch(fan -> fan.number == number && (fan.stand == Stand.LINE || fan.stand == Stand.PARKED));
    }

    long served() {
        return serving;
    }

    private List<Fan> line() {
        return fans.values().stream()
                .filter(fan -> fan.stand == Stand.LINE)
                .sorted(Comparator.comparingLong(fan -> fan.number))
                .toList();
    }

    private Told told(long id) {
        Fan fan = fans.get(id);
        long waiting = line().size();
        if (isInside(fan)) {
            return new Told("ENTERED", fan.number, 0, waiting, fan.pass, fan.until);
        }
        if (fan == null || fan.ticket == null) {
            return new Told("NONE", 0, 0, 0, "", 0);
        }
        if (isOffered(fan)) {
            return new Told("OFFERED", fan.number, 0, waiting, "", 0);
        }
        if (closed) {
            return new Told("CLOSED", fan.number, 0, 0, "", 0);
        }
        if (fan.number == 0) {
            return new Told("LOBBY", 0, 0, 0, "", 0);
        }
        long ahead = line().indexOf(fan);
        return new Told("WAITING", fan.number, ahead, waiting - ahead - 1, "", 0);
    }

    private void sign(long id) {
        settle(id);
        Fan fan = fans.get(id);
        if (fan == null) {
            return;
        }
        if (fan.keepsPassAside() && (isOffered(fan) || taken() < (lastTick > 0 ? slots : 0))) {
            stir();
            takeSlot(fan, fan.passUntil);
        }
        if (!isInside(fan) && fan.ticket == null) {
            return;
        }
        fan.seen = now;
        if (isInside(fan)) {
            fan.aliveUntil = Math.max(fan.aliveUntil, now + SimulatedRoom.SILENCE_INSIDE);
        }
        if (fan.stand == Stand.PARKED) {
            stir();
            stand(fan, mayOfferAtOnce());
        }
    }

    private void settle(long id) {
        Fan fan = fans.get(id);
        if (fan == null) {
            return;
        }
        if (isInside(fan) && fan.until <= now) {
            fans.remove(id);
            return;
        }
        if (isOffered(fan) && fan.until <= now) {
            fan.missed++;
            fan.stand = Stand.PARKED;
            if (fan.missed == 2) {
                leave(id);
                return;
            }
        }
        if (fan.keepsPassAside() && fan.passUntil <= now) {
            fan.pass = null;
            if (fan.ticket == null) {
                fans.remove(id);
            }
        }
    }

    private void loseSlot(Fan fan) {
        fan.passUntil = fan.until;
        fan.stand = fan.ticket == null ? Stand.AWAY : Stand.PARKED;
    }

    private void takeSlot(Fan fan, long until) {
        fan.stand = Stand.INSIDE;
        fan.until = until;
        fan.passUntil = until;
        fan.aliveUntil = now + SimulatedRoom.SILENCE_INSIDE;
        fan.missed = 0;
    }

    private void stand(Fan fan, boolean atOnce) {
        fan.stand = Stand.LINE;
        if (atOnce) {
            budget--;
            offer(fan);
        }
    }

    private void offer(Fan fan) {
        fan.stand = Stand.OFFERED;
        fan.until = now + SimulatedRoom.OFFER;
        serving = Math.max(serving, fan.number);
    }

    private boolean mayOfferAtOnce() {
        return open && line().isEmpty() && budget > 0 && taken() < slots;
    }

    private void stir() {
        quiet = false;
    }

    private static boolean isInside(@Nullable Fan fan) {
        return fan != null && fan.stand == Stand.INSIDE;
    }

    private static boolean isOffered(@Nullable Fan fan) {
        return fan != null && fan.stand == Stand.OFFERED;
    }

    /** Lua keeps 14 digits of a number that becomes text. */
    private static double asText(double number) {
        return new BigDecimal(number).round(new MathContext(14)).doubleValue();
    }
}

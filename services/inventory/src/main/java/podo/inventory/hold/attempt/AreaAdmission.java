package podo.inventory.hold.attempt;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import podo.inventory.area.AreaLook;
import podo.inventory.area.AreaPlaces;
import podo.inventory.hold.AreaFull;
import podo.inventory.hold.AreaWish;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldDraft;
import podo.inventory.hold.HoldRequest;

/**
 * Tells by one read without a lock which holds find room, in the order in which they came, so that a hold for which none is left costs no
 * write. A refusal is final: at that moment there was too little left. An admission is not: the area's UPDATE decides.
 */
@Component
class AreaAdmission {

    private final AreaPlaces places;

    AreaAdmission(AreaPlaces places) {
        this.places = places;
    }

    /** The drafts that find no room beside those before them, with the refusal. */
    Map<HoldDraft, AreaFull> refuse(List<HoldDraft> drafts) {
        Map<Long, Integer> left = left(drafts.stream()
                .flatMap(draft -> draft.hold().areaIds().stream())
                .distinct()
                .toList());
        Map<HoldDraft, AreaFull> refused = new LinkedHashMap<>();
        for (HoldDraft draft : drafts) {
            List<AreaWish> wishes = wishes(draft.hold());
            Optional<AreaFull> full = findFull(wishes, left);
            if (full.isPresent()) {
                refused.put(draft, full.get());
            } else {
                wishes.forEach(wish -> left.merge(wish.areaId(), -wish.count(), Integer::sum));
            }
        }
        return refused;
    }

    /** Whether there is too little left for this request now. */
    Optional<AreaFull> findFull(HoldRequest request) {
        return request.areas().isEmpty() ? Optional.empty() : findFull(request.areas(), left(request.areaIds()));
    }

    /** The refusal of a request whose places went to rivals at every attempt. */
    AreaFull byRivals(HoldRequest request) {
        Map<Long, Integer> left = left(request.areaIds());
        return findFull(request.areas(), left)
                .orElseGet(() -> new AreaFull(request.areaIds().stream()
                        .map(id -> new AreaFull.Left(id, left.getOrDefault(id, 0)))
                        .toList()));
    }

    private static Optional<AreaFull> findFull(List<AreaWish> wishes, Map<Long, Integer> left) {
        List<AreaFull.Left> full = wishes.stream()
                .filter(wish -> wish.count() > left.getOrDefault(wish.areaId(), 0))
                .map(wish -> new AreaFull.Left(wish.areaId(), Math.max(0, left.getOrDefault(wish.areaId(), 0))))
                .toList();
        return full.isEmpty() ? Optional.empty() : Optional.of(new AreaFull(full));
    }

    private Map<Long, Integer> left(Collection<Long> areaIds) {
        Map<Long, Integer> left = new HashMap<>();
        places.look(areaIds).values().forEach((AreaLook look) -> left.put(look.areaId(), look.available()));
        return left;
    }

    private static List<AreaWish> wishes(Hold hold) {
        return hold.areas().stream()
                .map(area -> new AreaWish(area.areaId(), area.placeIds().size()))
                .toList();
    }
}

package podo.inventory.hold;

import java.util.List;

/** The places that a hold has in one area; their ids tell tickets apart and are no positions. */
public record HeldArea(long areaId, List<Long> placeIds) {}

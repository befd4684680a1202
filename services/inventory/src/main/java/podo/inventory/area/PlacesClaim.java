package podo.inventory.area;

import java.time.Instant;

/** What a hold takes of one area. */
public record PlacesClaim(long areaId, String holdId, long fanId, int places, Instant endsAt) {}

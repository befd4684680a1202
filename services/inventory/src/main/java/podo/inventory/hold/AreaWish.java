package podo.inventory.hold;

/** How many places a fan asks for in one area. */
public record AreaWish(long areaId, int count) {}

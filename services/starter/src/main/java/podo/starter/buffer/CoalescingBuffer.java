package podo.starter.buffer;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;

/**
 * Collects values by key until a timer takes them all; two values of one key are merged. Adding never blocks and never fails:
 * beyond {@code capacity} keys a new key is dropped.
 */
public final class CoalescingBuffer<K, V> {

    private final Map<K, V> values = new ConcurrentHashMap<>();
    private final int capacity;
    private final BinaryOperator<V> merge;

    /** @param merge makes one value of an earlier and a later one of the same key */
    public CoalescingBuffer(int capacity, BinaryOperator<V> merge) {
        this.capacity = capacity;
        this.merge = merge;
    }

    /** False when the buffer is full and the value was dropped. */
    public boolean add(K key, V value) {
        if (values.size() >= capacity && !values.containsKey(key)) {
            return false;
        }
        values.merge(key, value, merge);
        return true;
    }

    /** Takes out all that is there; each value is taken by one caller only. */
    public Map<K, V> drain() {
        Map<K, V> taken = new HashMap<>();
        for (K key : values.keySet()) {
            V value = values.remove(key);
            if (value != null) {
                taken.put(key, value);
            }
        }
        return taken;
    }
}

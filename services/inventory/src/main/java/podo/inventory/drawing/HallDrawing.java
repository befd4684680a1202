package podo.inventory.drawing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a hall's plan draws beside the places of its seats, in plan units.
 *
 * @param companions numbers (seq) of the seats that the plan keeps for companions; none: they are chosen
 */
public record HallDrawing(List<Shape> shapes, List<Integer> companions, List<SeatView> views) {

    /** A hall of which only the seats are known: the stage is in the middle of its front. */
    public static final HallDrawing NONE = new HallDrawing(List.of(), List.of(), List.of());

    @SuppressWarnings("ConstantValue") // what the event service leaves out is null
    public HallDrawing {
        shapes = shapes == null ? List.of() : shapes;
        companions = companions == null ? List.of() : companions;
        views = views == null ? List.of() : views;
    }

    /**
     * @param kind STAGE, LABEL or ENTRANCE
     * @param x of its left upper corner before it is turned around its middle
     * @param round an ellipse instead of a rectangle
     */
    public record Shape(
            String kind,
            @Nullable String text,
            double x,
            double y,
            double width,
            double height,
            double rotation,
            boolean round) {

        private double middleX() {
            return x + width / 2;
        }

        private double middleY() {
            return y + height / 2;
        }
    }

    /** @param note why not all of the stage is seen from the seat */
    public record SeatView(int seq, String note) {}

    /** Why not all of the stage is seen from the seat with this number; null for a free view. */
    public @Nullable String viewFrom(int seq) {
        for (SeatView view : views) {
            if (view.seq() == seq) {
                return view.note();
            }
        }
        return null;
    }

    /**
     * The middle of the stage as {@code {x, y}}; empty when the plan draws none. A stage in front of all seats is looked at from the middle of the
     * hall, also when it is drawn too far to a side.
     *
     * @param middle of the hall between its sides
     * @param front where its first seats are
     */
    public Optional<double[]> stage(double middle, double front) {
        return shapes.stream()
                .filter(shape -> shape.kind().equals("STAGE"))
                .findFirst()
                .map(stage ->
                        new double[] {stage.y() + stage.height() <= front ? middle : stage.middleX(), stage.middleY()});
    }
}

package podo.web.admin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.web.client.VenueClient.Section;

/**
 * The preview of a venue's plan: up to three sections side by side, more of them in tiers. Each seat is a square; beyond
 * 20,000 seats a section is drawn as a frame.
 */
record PlanPreview(int width, int height, int seats, List<Block> blocks) {

    private static final int MAX_DRAWN_SEATS = 20_000;
    private static final int PITCH = 10;

    record Block(String name, int middle, int top, String path) {}

    static PlanPreview of(List<Section> all) {
        List<Section> sections = all.stream()
                .filter(section -> size(section.rows()) > 0 && size(section.seatsPerRow()) > 0)
                .toList();
        int columns = sections.size() <= 3 ? Math.max(1, sections.size()) : (int) Math.ceil(Math.sqrt(sections.size()));
        int width = 0;
        for (int from = 0; from < sections.size(); from += columns) {
            width = Math.max(width, widthOf(sections.subList(from, Math.min(from + columns, sections.size()))));
        }
        List<Block> blocks = new ArrayList<>();
        int top = 40;
        int drawn = 0;
        for (int from = 0; from < sections.size(); from += columns) {
            List<Section> tier = sections.subList(from, Math.min(from + columns, sections.size()));
            int left = (width - widthOf(tier)) / 2;
            int deepest = 0;
            for (Section section : tier) {
                drawn += size(section.rows()) * size(section.seatsPerRow());
                blocks.add(block(section, left, top, drawn <= MAX_DRAWN_SEATS));
                left += widthOf(section) + 4 * PITCH;
                deepest = Math.max(deepest, size(section.rows()));
            }
            top += deepest * 12 + 40;
        }
        return new PlanPreview(Math.max(width, 200), top, drawn, blocks);
    }

    private static Block block(Section section, int left, int top, boolean withSeats) {
        var path = new StringBuilder();
        if (!withSeats) {
            int across = widthOf(section);
            path.append("M%d %dh%dv%dh-%dz".formatted(left, top, across, size(section.rows()) * 12, across));
        }
        for (int row = 0; withSeats && row < size(section.rows()); row++) {
            for (int number = 1; number <= size(section.seatsPerRow()); number++) {
                path.append('M')
                        .append(left + across(section, number))
                        .append(' ')
                        .append(top + row * 12)
                        .append("h7v7h-7z");
            }
        }
        return new Block(section.name(), left + widthOf(section) / 2, top - 8, path.toString());
    }

    private static int across(Section section, int number) {
        return (number - 1) * PITCH
                + 15
                        * (int) section.aislesAfter().stream()
                                .distinct()
                                .filter(seat -> seat > 0 && seat < number)
                                .count();
    }

    private static int widthOf(Section section) {
        return across(section, size(section.seatsPerRow())) + PITCH;
    }

    private static int widthOf(List<Section> tier) {
        return tier.stream().mapToInt(PlanPreview::widthOf).sum() + 4 * PITCH * Math.max(0, tier.size() - 1);
    }

    private static int size(@Nullable Integer typed) {
        return typed == null ? 0 : Math.clamp(typed, 0, 300);
    }
}

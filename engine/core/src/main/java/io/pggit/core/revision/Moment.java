package io.pggit.core.revision;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Now, as whoever asks has it: what times in revisions are counted from. It is the asker's, since the engine's clock and
 * zone may differ from the database's.
 *
 * @param now the asker's {@code now()}
 * @param zone the asker's time zone
 */
public record Moment(Instant now, ZoneId zone) {
    private static final Map<String, ChronoUnit> UNITS = Map.ofEntries(
            Map.entry("second", ChronoUnit.SECONDS),
            Map.entry("sec", ChronoUnit.SECONDS),
            Map.entry("minute", ChronoUnit.MINUTES),
            Map.entry("min", ChronoUnit.MINUTES),
            Map.entry("hour", ChronoUnit.HOURS),
            Map.entry("day", ChronoUnit.DAYS),
            Map.entry("week", ChronoUnit.WEEKS),
            Map.entry("month", ChronoUnit.MONTHS),
            Map.entry("year", ChronoUnit.YEARS));
    private static final Pattern AGO = Pattern.compile("(?:\\d{1,9} [a-z]+ )+ago");
    private static final Pattern PART = Pattern.compile("(\\d+) ([a-z]+?)s? ");
    private static final Pattern ABSOLUTE = Pattern.compile(
            "(?<date>\\d{4}-\\d{2}-\\d{2})(?:[T ](?<time>\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?) ?(?<zone>Z|[+-]\\d{2}(?::?\\d{2})?"
                    + "|[A-Za-z_]+(?:/[A-Za-z_]+)*)?)?");

    /**
     * Reads a time: {@code 3 hours ago}, {@code 1 day 2 hours ago}, {@code now}, {@code today}, {@code yesterday} (both its
     * midnight, as PostgreSQL has it), or ISO 8601 with or without time of day and zone. Empty when {@code text} is none.
     */
    public Optional<Instant> parse(String text) {
        String words = text.strip().replaceAll("\\s+", " ");
        ZonedDateTime here = now.atZone(zone);
        try {
            return switch (words.toLowerCase(Locale.ROOT)) {
                case "now" -> Optional.of(now);
                case "today" -> Optional.of(midnight(here.toLocalDate()));
                case "yesterday" -> Optional.of(midnight(here.toLocalDate().minusDays(1)));
                default -> AGO.matcher(words.toLowerCase(Locale.ROOT)).matches() ? ago(words, here) : absolute(words);
            };
        } catch (DateTimeException | ArithmeticException noTime) {
            return Optional.empty();
        }
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Optional<Instant> ago(String words, ZonedDateTime here) {
        Matcher part = PART.matcher(words.toLowerCase(Locale.ROOT));
        ZonedDateTime time = here;
        while (part.find()) {
            ChronoUnit unit = UNITS.get(part.group(2));
            if (unit == null) {
                return Optional.empty();
            }
            time = time.minus(Long.parseLong(part.group(1)), unit);
        }
        // before PostgreSQL's first year there is nothing to find
        return time.getYear() < -4713 ? Optional.empty() : Optional.of(time.toInstant());
    }

    private Optional<Instant> absolute(String words) {
        Matcher form = ABSOLUTE.matcher(words);
        if (!form.matches()) {
            return Optional.empty();
        }
        LocalDate date = LocalDate.parse(form.group("date"));
        if (form.group("time") == null) {
            return Optional.of(midnight(date));
        }
        String time = form.group("time");
        LocalTime of = LocalTime.parse(time.indexOf(':') == 1 ? "0" + time : time);
        ZoneId in = form.group("zone") == null ? zone : ZoneId.of(form.group("zone"));
        // PostgreSQL keeps microseconds
        Duration beyond = Duration.ofNanos(of.getNano() % 1_000);
        return Optional.of(ZonedDateTime.of(date, of, in).minus(beyond).toInstant());
    }
}

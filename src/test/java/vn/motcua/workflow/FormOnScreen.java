package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByTextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.forms.Field;
import vn.motcua.forms.Option;

/** A form as form-js shows it in Tasklist, and who fills it in. */
final class FormOnScreen {

    private static final long TYPING_MILLIS = 400;
    private static final double DRAWING_MILLIS = 50;

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private static final GetByTextOptions EXACTLY = new GetByTextOptions().setExact(true);

    private final Page page;
    private final List<String> failures;

    /** @param failures of scripts since somebody asked last */
    FormOnScreen(Page page, List<String> failures) {
        this.page = page;
        this.failures = failures;
    }

    /** The labels of the fields as they are shown, from above. */
    List<String> labels() {
        return page.locator(".fjs-form :is(label.fjs-form-field-label, legend)").all().stream()
                .filter(Locator::isVisible)
                .map(label -> label.innerText().replaceFirst("\\s*\\*$", "").strip())
                .toList();
    }

    /** What stands there that says something went wrong: at a field, in a message of Tasklist's, or in a script. */
    List<String> complaints() {
        List<String> all = new ArrayList<>(failures);
        failures.clear();
        all.addAll(page.locator(".fjs-form-field-error, [notifications-panel] .alert:not(.alert-success)")
                .allInnerTexts());
        return all;
    }

    /** Fills in a field as a person does, from what the form has as its value. */
    void enter(Field field, Object value) {
        switch (field.kind()) {
            case SELECT -> select(field.key(), label(field, value));
            case RADIO -> tick(label(field, value));
            case CHECKBOX -> page.getByLabel(field.label()).check();
            case DATE -> pick(field(field.key() + "-date"), LocalDate.parse(value.toString()));
            default -> {
                field(field.key()).fill(value.toString());
                settle();
                field(field.key()).blur();
            }
        }
    }

    /** A field that has just been shown gets its calendar a moment later, which then empties what was typed before it was there. */
    private void pick(Locator field, LocalDate date) {
        field.and(page.locator(".flatpickr-input")).waitFor();
        settle();
        field.fill(SHOWN.format(date));
        field.press("Enter");
        settle();
    }

    /** The month that the calendar of a date field opens with, and its days of the week. */
    List<String> calendar(String key) {
        field(key + "-date").focus();
        page.locator(".flatpickr-calendar.open").waitFor();
        List<String> names = new ArrayList<>(List.of(page.locator(".flatpickr-monthDropdown-months option:checked")
                .innerText()
                .strip()));
        page.locator(".flatpickr-weekday").allInnerTexts().stream()
                .map(String::strip)
                .forEach(names::add);
        return names;
    }

    private static String label(Field field, Object value) {
        return field.options().stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElseThrow();
    }

    /** Lets the time pass that form-js takes to take over what was typed: leaving a field before, its check sees the old value. */
    private void settle() {
        page.clock().runFor(TYPING_MILLIS);
        page.waitForTimeout(DRAWING_MILLIS);
    }

    /** Enters and leaves fields that are marked as wrong once more: form-js may have held the value of a moment before. */
    void recheck() {
        page.locator(".fjs-form-field:not(.fjs-form-field-group):has(> .fjs-form-field-error) :is(input, textarea)")
                .all()
                .forEach(marked -> {
                    marked.focus();
                    settle();
                    marked.blur();
                    settle();
                });
    }

    /** Completes what is open, a task or a start form, with its button; the variables that Tasklist sent. */
    JsonNode send(Runnable button) {
        Response answer = page.waitForResponse("**/submit-form", button);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
        return json(answer.request().postData()).path("variables");
    }

    void fill(String key, Object value) {
        field(key).fill(value.toString());
        field(key).blur();
        // form-js takes over what was typed a moment later; nobody presses a button faster than that.
        settle();
    }

    void select(String key, String label) {
        field(key).locator("..").click();
        page.locator(".fjs-dropdownlist-item").getByText(label, EXACTLY).click();
    }

    void tick(String label) {
        radio(label).check();
    }

    boolean isTicked(String label) {
        return radio(label).isChecked();
    }

    String value(String key) {
        return field(key).inputValue();
    }

    /** Waits until fields are marked as wrong; how many. */
    int wrongFields() {
        Locator errors = page.locator(".fjs-form-field-error");
        errors.first().waitFor();
        return errors.count();
    }

    Locator field(String key) {
        return page.locator(".fjs-form :is(input, textarea)[id$='-" + key + "']");
    }

    private Locator radio(String label) {
        return page.getByRole(
                AriaRole.RADIO, new GetByRoleOptions().setName(label).setExact(true));
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}

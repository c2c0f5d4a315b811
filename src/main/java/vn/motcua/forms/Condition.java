package vn.motcua.forms;

import camundajar.impl.scala.Product;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;

/** A condition of a form, in FEEL. Only forms are read as expressions; what people fill in is their data. */
public final class Condition {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    /** Answers remembered: conditions ask about choices, of which there are few. */
    private static final int MANY = 200;

    private final ParsedExpression expression;
    private final Set<String> asked;
    private final Map<Map<String, Object>, Boolean> answers = new ConcurrentHashMap<>();

    private Condition(ParsedExpression expression, Set<String> asked) {
        this.expression = expression;
        this.asked = asked;
    }

    /**
     * @param text an equals sign and a comparison of fields, such as {@code =decision = "accept"}
     * @throws IllegalArgumentException where it is none, or could mean different things to browser and server
     */
    static Condition parse(String text) {
        if (!text.startsWith("=")) {
            throw new IllegalArgumentException("the condition %s does not begin with =".formatted(text));
        }
        ParseResult parsed = FEEL.parseExpression(text.substring(1).strip());
        if (parsed.isFailure()) {
            throw new IllegalArgumentException(parsed.failure().message());
        }
        ParsedExpression expression = parsed.parsedExpression();
        if (parts(expression).anyMatch(Condition::isCall)) {
            throw new IllegalArgumentException("the condition %s calls a function".formatted(text));
        }
        return new Condition(expression, names(expression));
    }

    /** The fields it asks about. */
    public Set<String> asked() {
        return asked;
    }

    /** False also where a value cannot be compared, as browsers have it. */
    boolean holds(Map<String, ?> values) {
        Map<String, Object> data = new HashMap<>();
        asked.forEach(name -> data.put(name, values.get(name)));
        return answers.size() < MANY ? answers.computeIfAbsent(data, this::evaluate) : evaluate(data);
    }

    private boolean evaluate(Map<String, Object> data) {
        EvaluationResult result = FEEL.evaluate(expression, data);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }

    @Override
    public String toString() {
        return expression.text();
    }

    private static boolean isCall(Object part) {
        return part instanceof FunctionInvocation || part instanceof QualifiedFunctionInvocation;
    }

    private static Set<String> names(ParsedExpression expression) {
        return parts(expression)
                .filter(Ref.class::isInstance)
                .map(ref -> ((Ref) ref).names().head())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All nodes of the syntax tree; every one of them is a product of its parts. */
    private static Stream<Object> parts(Object node) {
        Stream<Object> below = node instanceof Product product
                ? IntStream.range(0, product.productArity())
                        .mapToObj(product::productElement)
                        .flatMap(Condition::parts)
                : Stream.empty();
        return Stream.concat(Stream.of(node), below);
    }
}

package vn.motcua.workflow.engine;

import java.lang.reflect.InvocationTargetException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.reflection.Reflector;
import org.apache.ibatis.reflection.ReflectorFactory;
import org.apache.ibatis.reflection.invoker.Invoker;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.TypeHandler;

/**
 * Rows of the engine as entities, as its mapping has them. MyBatis looks at the names and types of all columns for each
 * result; here that is done once.
 *
 * @param <T> the entity
 */
final class EntityRows<T> {

    private record Property(String column, TypeHandler<?> handler, Invoker setter) {}

    /** @param at where each property stands in a row, from 1; 0 where it does not */
    private record Places(int columns, int[] at) {}

    private final Reflector entity;
    private final Class<T> type;
    private final List<Property> properties;
    private volatile Places known = new Places(0, new int[0]);

    private EntityRows(Reflector entity, Class<T> type, List<Property> properties) {
        this.entity = entity;
        this.type = type;
        this.properties = properties;
    }

    /** @param mapping with properties of the entity itself only */
    static <T> EntityRows<T> of(Configuration configuration, String mapping, Class<T> type) {
        ReflectorFactory reflectors = configuration.getReflectorFactory();
        Reflector entity = reflectors.findForClass(type);
        ResultMap map = configuration.getResultMap(mapping);
        if (map.hasNestedResultMaps() || map.getDiscriminator() != null) {
            throw new IllegalArgumentException("Not a simple mapping: " + mapping);
        }
        return new EntityRows<>(
                entity,
                type,
                map.getPropertyResultMappings().stream()
                        // The mapping of variables names some that neither row nor entity has.
                        .filter(property -> entity.hasSetter(property.getProperty()))
                        .map(property -> new Property(
                                property.getColumn(),
                                property.getTypeHandler(),
                                entity.getSetInvoker(property.getProperty())))
                        .toList());
    }

    List<T> read(ResultSet rows) throws SQLException {
        List<T> read = new ArrayList<>();
        while (rows.next()) {
            try {
                read.add(entity(rows, places(rows.getMetaData())));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A row of the engine cannot be read", e);
            }
        }
        return read;
    }

    private T entity(ResultSet row, Places places) throws SQLException, ReflectiveOperationException {
        T read = type.cast(entity.getDefaultConstructor().newInstance());
        for (int i = 0; i < properties.size(); i++) {
            int at = places.at()[i];
            Object value = at == 0 ? null : properties.get(i).handler().getResult(row, at);
            if (value != null) {
                set(properties.get(i), read, value);
            }
        }
        return read;
    }

    private static void set(Property property, Object entity, Object value)
            throws IllegalAccessException, InvocationTargetException {
        property.setter().invoke(entity, new Object[] {value});
    }

    /** The columns of a table stay in their order; an upgrade may add some. */
    private Places places(ResultSetMetaData columns) throws SQLException {
        Places places = known;
        if (places.columns() != columns.getColumnCount()) {
            places = looked(columns);
            known = places;
        }
        return places;
    }

    private Places looked(ResultSetMetaData columns) throws SQLException {
        Map<String, Integer> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            found.put(columns.getColumnLabel(column), column);
        }
        return new Places(
                columns.getColumnCount(),
                properties.stream()
                        .mapToInt(property -> found.getOrDefault(property.column(), 0))
                        .toArray());
    }
}

package vn.motcua.cockpit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** The plugin's one address: its scripts, and its questions, all of which go through one {@link Door}. */
@Path("plugin/" + SlaPlugin.ID)
public class SlaResource extends AbstractCockpitPluginRootResource {

    public SlaResource() {
        super(SlaPlugin.ID);
    }

    /** Made by JAX-RS, once a request; the beans are those of the server that was asked. */
    @GET
    @Path("{engine}/{part: .+}")
    public Response answer(
            @PathParam("engine") String engine, @PathParam("part") String part, @Context UriInfo address) {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)
                .getBean(Door.class)
                .answer(engine, part, new Asked(address.getQueryParameters()));
    }

    @Override
    protected List<String> getAllowedAssets() {
        return Scripts.NAMES;
    }

    @Override
    public Response getAsset(String file) {
        return Scripts.fresh(super.getAsset(file), headers);
    }
}

// What Camunda Modeler does with a file between opening and saving it.
const canvas = () => document.querySelector('#canvas');

const unwarned = ({ warnings }) => {
  if (warnings.length) throw new Error(warnings.map(warning => warning.message).join('\n'));
};

const saved = {
  bpmn: async source => {
    const modeler = new BpmnModeler({ container: canvas() });
    unwarned(await modeler.importXML(source));
    const { xml } = await modeler.saveXML({ format: true });
    modeler.destroy();
    return xml;
  },
  dmn: async source => {
    const modeler = new DmnModeler({ container: canvas() });
    unwarned(await modeler.importXML(source));
    const { xml } = await modeler.saveXML({ format: true });
    modeler.destroy();
    return xml;
  },
  form: async source => {
    const schema = JSON.parse(source);
    const editor = await FormEditor.createFormEditor({ container: canvas(), schema, exporter: schema.exporter });
    const text = JSON.stringify(editor.getSchema(), null, 2);
    editor.destroy();
    return text;
  },
};

// A diagram with a task for each template, or with what else it is for, as the template chooser leaves it.
const drawn = async templates => {
  const modeler = new BpmnModeler({ container: canvas() });
  const refused = [];
  modeler.on('elementTemplates.errors', ({ errors }) => refused.push(...errors.map(error => error.message)));
  await modeler.createDiagram();
  modeler.get('elementTemplatesLoader').setTemplates(templates);
  if (refused.length) throw new Error(refused.join('\n'));
  templates.forEach((template, at) => {
    const shape = (type, x) => modeler.get('modeling').createShape({ type }, { x, y: 200 + 100 * at }, modeler.get('canvas').getRootElement());
    const [first] = template.appliesTo;
    const element = first === 'bpmn:SequenceFlow' ? modeler.get('modeling').connect(shape('bpmn:Task', 200), shape('bpmn:Task', 400)) : shape(first, 200);
    modeler.get('elementTemplates').applyTemplate(element, template);
  });
  const { xml } = await modeler.saveXML({ format: true });
  modeler.destroy();
  return xml;
};

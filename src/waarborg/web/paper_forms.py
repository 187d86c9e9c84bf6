"""A paper as an answer to a request, in the form that was asked."""

from django.http import Http404, HttpResponse

from waarborg.publication.papers import Paper, docx_bytes, html_text, pdf_bytes
from waarborg.values.finding import UnusableInput
from waarborg.web.house_style import house_style
from waarborg.web.inline_style import with_own_style
from waarborg.web.words import say

FORMS = ("docx", "pdf", "html")
_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def in_form(made: Paper, name: str, form: str) -> HttpResponse:
    """The paper as DOCX, PDF or web page; a paper that cannot be made so is answered with the reason (422).

    Raises:
        Http404: another form.
    """
    if form not in FORMS:
        raise Http404
    try:
        return _formed(made, name, form)
    except UnusableInput as refused:
        return HttpResponse(say(refused.finding), status=422, content_type="text/plain; charset=utf-8")


def _formed(made: Paper, name: str, form: str) -> HttpResponse:
    style = house_style()
    if form == "html":
        return with_own_style(html_text(made, style))
    content = docx_bytes(made, style) if form == "docx" else pdf_bytes(made, style)
    answer = HttpResponse(content, content_type=_TYPES[form])
    how = "inline" if form == "pdf" else "attachment"
    answer["Content-Disposition"] = f'{how}; filename="{name}.{form}"'
    return answer
